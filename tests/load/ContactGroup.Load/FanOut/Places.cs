using System.Globalization;

namespace ContactGroup.Load.FanOut;

/// <summary>Opens what a run is about: a standalone that is started for it, or a distributed system that <c>infra/local/run</c> started.</summary>
internal static class Places
{
    private static readonly (string, string)[] Wide = [("Realtime__ConnectionsPerPerson", "256"), ("Edge__Burst", "1000000"), ("Edge__RequestsPerSecond", "100000")];
    private static string? counted;

    /// <param name="what">Path of the standalone's assembly, or the folder of a distributed system.</param>
    /// <param name="many">Whether more than 1,500 connections follow.</param>
    public static async Task<OurPlace> OpenAsync(string what, bool many)
    {
        if (Directory.Exists(what))
        {
            var system = new Faults.LocalSystem(Path.GetFullPath(what), Path.GetFullPath(Path.Combine("infra", "local", "run")));
            return await OurPlace.OpenAsync("distributed", system.Address, system.Password, many, system.Processes, () => Task.CompletedTask);
        }

        var folder = Directory.CreateTempSubdirectory("contactgroup-load-");
        counted = Path.Combine(folder.FullName, "counters");
        var server = new ServerProcess(what, Path.Combine(folder.FullName, "data"));
        await server.StartAsync([.. Wide, ("DOTNET_STARTUP_HOOKS", typeof(Places).Assembly.Location), (StartupHook.File, counted)]);
        return await OurPlace.OpenAsync("standalone", server.Address, server.Password, many, () => [server.Id], async () =>
        {
            await server.KillAsync();
            folder.Delete(recursive: true);
        });
    }

    /// <summary>What the product counted so far in the standalone that was opened last.</summary>
    public static IReadOnlyDictionary<string, double> Counters() => counted is null || !File.Exists(counted)
        ? new Dictionary<string, double>(StringComparer.Ordinal)
        : File.ReadLines(counted).Select(line => line.Split(' ')).ToDictionary(
            parts => parts[0], parts => double.Parse(parts[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
