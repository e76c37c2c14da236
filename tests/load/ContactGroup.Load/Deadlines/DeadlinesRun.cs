using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ContactGroup.Client;
using ContactGroup.Load.Faults;

namespace ContactGroup.Load.Deadlines;

/// <summary>
/// Notifies movements through the front door whose windows begin at one instant, so that their reminders are due at one; starts a second process of the service on the
/// same store; kills the first without a word when a quarter has fired; and counts, in the store and in what the force is shown, how often each fired.
/// </summary>
/// <param name="system">The system.</param>
/// <param name="store">What its stores hold.</param>
/// <param name="count">How many movements.</param>
/// <param name="ahead">How long from now the reminders are due.</param>
/// <param name="patience">How long each step is waited for, above all until <c>release</c> has caught up.</param>
internal sealed class DeadlinesRun(LocalSystem system, DeadlineStore store, int count, TimeSpan ahead, TimeSpan patience) : IDisposable
{
    private const string Room = "Movements and sites";
    private const string Force = "military:northern-force";
    private const int AtOnce = 8;
    private const int MostReadings = 3;

    // The setting with which the services are started says how long before the window.
    private static readonly TimeSpan Before = TimeSpan.FromHours(2);
    private static readonly TimeSpan Telling = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan RareLook = TimeSpan.FromSeconds(2);

    private readonly HttpClient http = new() { Timeout = TimeSpan.FromMinutes(2) };
    private readonly ConcurrentDictionary<string, bool> notified = new(StringComparer.Ordinal);
    private readonly DateTimeOffset due = Whole(TimeProvider.System.GetUtcNow() + ahead);

    public void Dispose() => http.Dispose();

    public async Task<(string Report, bool Holds)> RunAsync()
    {
        var amal = await SignInAsync("amal");
        var room = (await amal.GetGroupsAsync()).SelectMany(group => group.Channels).First(channel => channel.Name == Room).Id;
        var before = await store.FiredAsync();
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, stop) =>
                notified[(await amal.NotifyMovementAsync(room, Movement(number), cancellationToken: stop)).Item] = true);
        var notifying = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await UntilAsync(async () => await store.WaitingAsync(due) == count || TimeProvider.System.GetUtcNow() > due);
        if (TimeProvider.System.GetUtcNow() > due || await store.FiredAsync() > before || await store.WaitingAsync(due) != count)
        {
            return ($"not all were there before they were due: {count} took {notifying:F0} s; give more minutes, and Movements__ReminderHours=2", false);
        }

        Say($"{count} notified in {notifying:F0} s; due at {due:HH:mm:ss}");
        var second = await system.StartAnotherAsync("movements", portsOn: 31);
        await UntilAsync(async () => await store.FiredAsync() - before >= count / 4);
        var atKill = await store.FiredAsync() - before;
        await system.KillAsync(system.Services.First(part => part.StartsWith("movements-", StringComparison.Ordinal) && part != second));
        Say($"killed at {atKill} fired");
        await UntilAsync(async () => await store.WaitingAsync(due) == 0 && await store.OutboxAsync() == 0);
        var (first, last) = await store.TimesAsync(due);
        var (fired, items, twice) = (await store.FiredAsync() - before, await store.ItemsAsync() - before, await store.TwiceAsync());
        var handled = await CaughtUpAsync();
        var caughtUp = (TimeProvider.System.GetUtcNow() - due).TotalSeconds;
        Say($"release has handled {handled} of {count}");
        began = Stopwatch.GetTimestamp();
        var shown = await ShownAsync();
        return (
            string.Create(
                CultureInfo.InvariantCulture,
                $"deadlines {count}, due at {due:HH:mm:ss}, notified in {notifying:F0} s; two processes, one killed when {atKill} had fired; fired {fired} for {items} notifications, more than once {twice}; the first {first:F1} s and the last {last:F1} s after they were due; release had handled {handled} of them {caughtUp:F0} s after they were due; the force is shown one reminder of {shown.Once}, another number of {shown.Otherwise}, {shown.NotShown} not at all, judged by {shown.Pages} pages in {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s"),
            fired == count && items == count && twice == 0 && handled == count && shown.Once == count);
    }

    // Nobody reads as the force before: each page would have written down, in the store that has to catch up, who was shown what.
    private async Task<int> CaughtUpAsync()
    {
        var (handled, told) = (0, Stopwatch.GetTimestamp());
        await UntilAsync(
            async () =>
            {
                handled = await store.HandledAsync(notified.Keys.ToList());
                if (Stopwatch.GetElapsedTime(told) >= Telling)
                {
                    Say($"release has handled {handled} of {count}");
                    told = Stopwatch.GetTimestamp();
                }

                return handled == count;
            },
            RareLook);
        return handled;
    }

    // More than once only where something lacks: it may have moved while the list was read.
    private async Task<ShownReminders> ShownAsync()
    {
        var shown = new ShownReminders(await SignInAsync("okan"), notified.Keys.ToList());
        for (var times = 0; times < MostReadings && shown.Once < count; times++)
        {
            await shown.ReadAsync(Say);
        }

        return shown;
    }

    private MovementNotification Movement(int number) => new()
    {
        Category = "STANDARD",
        Mode = "ROAD",
        WindowStart = due + Before,
        WindowEnd = due + Before + TimeSpan.FromHours(8),
        LateReason = "Of the run.",
        Route = [new RouteStop("ORIGIN", 1.754321, 2.254321), new RouteStop("DESTINATION", 1.954321, 2.454321, $"Place {number}")],
        CallContact = new CallContact("Dispatch", "+999 11 555 0134"),
        Recipients = [new MovementRecipient(Force, Consent: true)],
    };

    private async Task<ContactGroupClient> SignInAsync(string account)
    {
        var options = new ContactGroupClientOptions { Address = system.Address, RetryWindow = TimeSpan.FromMinutes(3), RetryAttempts = 200, RetryDelayLimit = TimeSpan.FromSeconds(1) };
        var client = new ContactGroupClient(http, options);
        await client.SignInAsync(account, system.Password);
        return client;
    }

    private async Task UntilAsync(Func<Task<bool>> holds, TimeSpan? look = null)
    {
        var began = Stopwatch.GetTimestamp();
        using var tick = new PeriodicTimer(look ?? Look);
        while (!await holds() && Stopwatch.GetElapsedTime(began) < patience)
        {
            await tick.WaitForNextTickAsync();
        }
    }

    private static DateTimeOffset Whole(DateTimeOffset at) => new(at.Year, at.Month, at.Day, at.Hour, at.Minute, 0, TimeSpan.Zero);

    private static void Say(string text) => Console.Error.WriteLine(text);
}
