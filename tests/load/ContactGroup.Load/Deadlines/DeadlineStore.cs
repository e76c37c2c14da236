using System.Globalization;

namespace ContactGroup.Load.Deadlines;

/// <summary>What the stores hold of deadlines, read beside the services: what fired is audited where it is kept, and not only where it is shown.</summary>
internal sealed class DeadlineStore(string folder)
{
    private const string Fired = "SELECT COUNT(*) FROM notification_versions WHERE act = 'remind'";

    private readonly StoreBeside movements = new(folder, "movements");
    private readonly StoreBeside release = new(folder, "release");

    /// <summary>How often a reminder fired.</summary>
    public Task<long> FiredAsync() => movements.NumberAsync(Fired);

    /// <summary>How many reminders are due by an instant or were.</summary>
    public Task<long> WaitingAsync(DateTimeOffset by) => movements.NumberAsync(
        $"SELECT COUNT(*) FROM deadlines WHERE kind = 'remind' AND due <= {Microseconds(by)}");

    /// <summary>Notifications for which it fired more than once.</summary>
    public Task<long> TwiceAsync() => movements.NumberAsync(
        "SELECT COUNT(*) FROM (SELECT item FROM notification_versions WHERE act = 'remind' GROUP BY item HAVING COUNT(*) > 1) t");

    /// <summary>Notifications for which it fired.</summary>
    public Task<long> ItemsAsync() => movements.NumberAsync("SELECT COUNT(DISTINCT item) FROM notification_versions WHERE act = 'remind'");

    /// <summary>Facts that have not left.</summary>
    public Task<long> OutboxAsync() => movements.NumberAsync("SELECT COUNT(*) FROM outbox");

    /// <summary>Of these notifications, how many <c>release</c> has taken in with all that was ever noted of them. Asked beside it: who reads as a force has that written down, by the same writer.</summary>
    public async Task<int> HandledAsync(IReadOnlyCollection<string> items)
    {
        var noted = await movements.NumbersAsync("SELECT item, version FROM notifications");
        var taken = await release.NumbersAsync("SELECT item, version FROM items");
        return items.Count(item => taken.GetValueOrDefault(item) >= noted[item]);
    }

    /// <summary>Seconds from an instant to the first and the last that fired.</summary>
    public async Task<(double First, double Last)> TimesAsync(DateTimeOffset due) => (
        (await movements.NumberAsync($"SELECT MIN(at) FROM notification_versions WHERE act = 'remind' AND at >= {Microseconds(due)}") / 1e6) - (due.ToUnixTimeMilliseconds() / 1e3),
        (await movements.NumberAsync("SELECT MAX(at) FROM notification_versions WHERE act = 'remind'") / 1e6) - (due.ToUnixTimeMilliseconds() / 1e3));

    private static string Microseconds(DateTimeOffset at) => (at.ToUnixTimeMilliseconds() * 1_000).ToString(CultureInfo.InvariantCulture);
}
