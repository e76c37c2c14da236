using System.Diagnostics;
using System.Globalization;

namespace ContactGroup.Load.Deadlines;

/// <summary>A store of a distributed system on this machine, read beside its service, with what only that service may sign in with.</summary>
/// <param name="folder">Where <c>infra/local/run</c> keeps the system.</param>
/// <param name="service">Whose store.</param>
internal sealed class StoreBeside(string folder, string service)
{
    private readonly string password =
        File.ReadLines(Path.Combine(folder, "kept", "passwords")).First(line => line.StartsWith(Setting(service), StringComparison.Ordinal))[Setting(service).Length..];

    private static string Port => Environment.GetEnvironmentVariable("CONTACTGROUP_PORTS") ?? "24300";

    /// <summary>The one number that a statement gives.</summary>
    public async Task<long> NumberAsync(string sql) => long.Parse((await LinesAsync(sql)).Single(), CultureInfo.InvariantCulture);

    /// <summary>A number for each name, of a statement that gives rows of both.</summary>
    public async Task<IReadOnlyDictionary<string, int>> NumbersAsync(string sql) => (await LinesAsync(sql))
        .Select(line => line.Split('|'))
        .ToDictionary(parts => parts[0], parts => int.Parse(parts[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private static string Setting(string service) => $"CONTACTGROUP_PASSWORD_{service.ToUpperInvariant()}=";

    private async Task<IReadOnlyList<string>> LinesAsync(string sql)
    {
        var name = $"contactgroup_{service}";
        var start = new ProcessStartInfo("psql", ["-X", "-q", "-t", "-A", "-h", "127.0.0.1", "-p", Port, "-U", name, "-d", name, "-c", sql])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["PGPASSWORD"] = password;
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : throw new InvalidOperationException($"psql ended with {process.ExitCode}.");
    }
}
