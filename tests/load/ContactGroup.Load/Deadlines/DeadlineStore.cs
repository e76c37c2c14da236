using System.Diagnostics;
using System.Globalization;

namespace ContactGroup.Load.Deadlines;

/// <summary>What the store of <c>movements</c> holds of deadlines, read beside the service: what fired is audited where it is kept, and not only where it is shown.</summary>
internal sealed class DeadlineStore(string folder)
{
    private const string Fired = "SELECT COUNT(*) FROM notification_versions WHERE act = 'remind'";

    private readonly string password = File.ReadLines(Path.Combine(folder, "kept", "passwords")).First(line => line.StartsWith("CONTACTGROUP_PASSWORD_MOVEMENTS=", StringComparison.Ordinal)).Split('=', 2)[1];

    private static string Port => Environment.GetEnvironmentVariable("CONTACTGROUP_PORTS") ?? "24300";

    /// <summary>How often a reminder fired.</summary>
    public Task<long> FiredAsync() => NumberAsync(Fired);

    /// <summary>How many reminders are due by an instant or were.</summary>
    public Task<long> WaitingAsync(DateTimeOffset by) => NumberAsync(
        $"SELECT COUNT(*) FROM deadlines WHERE kind = 'remind' AND due <= {Microseconds(by)}");

    /// <summary>Notifications for which it fired more than once.</summary>
    public Task<long> TwiceAsync() => NumberAsync($"SELECT COUNT(*) FROM (SELECT item FROM notification_versions WHERE act = 'remind' GROUP BY item HAVING COUNT(*) > 1) t");

    /// <summary>Notifications for which it fired.</summary>
    public Task<long> ItemsAsync() => NumberAsync("SELECT COUNT(DISTINCT item) FROM notification_versions WHERE act = 'remind'");

    /// <summary>Facts that have not left.</summary>
    public Task<long> OutboxAsync() => NumberAsync("SELECT COUNT(*) FROM outbox");

    /// <summary>Seconds from an instant to the first and the last that fired.</summary>
    public async Task<(double First, double Last)> TimesAsync(DateTimeOffset due) => (
        (await NumberAsync($"SELECT MIN(at) FROM notification_versions WHERE act = 'remind' AND at >= {Microseconds(due)}") / 1e6) - (due.ToUnixTimeMilliseconds() / 1e3),
        (await NumberAsync("SELECT MAX(at) FROM notification_versions WHERE act = 'remind'") / 1e6) - (due.ToUnixTimeMilliseconds() / 1e3));

    private static string Microseconds(DateTimeOffset at) => (at.ToUnixTimeMilliseconds() * 1_000).ToString(CultureInfo.InvariantCulture);

    private async Task<long> NumberAsync(string sql)
    {
        var start = new ProcessStartInfo("psql", ["-X", "-q", "-t", "-A", "-h", "127.0.0.1", "-p", Port, "-U", "contactgroup_movements", "-d", "contactgroup_movements", "-c", sql])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["PGPASSWORD"] = password;
        using var process = Process.Start(start)!;
        var said = (await process.StandardOutput.ReadToEndAsync()).Trim();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? long.Parse(said, CultureInfo.InvariantCulture) : throw new InvalidOperationException($"psql ended with {process.ExitCode}.");
    }
}
