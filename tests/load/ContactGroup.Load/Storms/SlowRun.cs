using System.Diagnostics;
using System.Globalization;
using ContactGroup.Load.FanOut;

namespace ContactGroup.Load.Storms;

/// <summary>
/// The same posts twice: without and with a client that reads one byte a second. It must be dropped, the others must not notice, and when it comes back it
/// must get what it missed.
/// </summary>
internal sealed class SlowRun(OurPlace place, int clients, int posts)
{
    // Large enough that what the kernel keeps for a connection fills up within the run.
    private const int Length = 8_000;
    private const int PerSecond = 10;
    private const int SmallBuffer = 4_096;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task<(string Report, bool Holds)> RunAsync()
    {
        var without = await PostAsync(new Tally(clients, posts));
        var before = await place.MarkAsync();
        using var slow = await before(0, SmallBuffer);
        using var enough = new CancellationTokenSource();
        var began = Stopwatch.GetTimestamp();
        var dropped = DroppedAsync(slow, began, enough.Token);
        var with = await PostAsync(new Tally(clients, posts, first: posts));
        await Task.WhenAny(dropped, Task.Delay(Patience, CancellationToken.None));
        await enough.CancelAsync();
        var at = await dropped;

        var missed = await CatchUpAsync(before);
        return (
            string.Create(
                CultureInfo.InvariantCulture,
                $"{place.Name}: {clients} clients, {posts} posts of {Length} bytes, {PerSecond} a second; without the slow one p50 {without.Delay(0.5):F1} ms, p99 {without.Delay(0.99):F1} ms; with it p50 {with.Delay(0.5):F1} ms, p99 {with.Delay(0.99):F1} ms; "
                + $"lacking {Lacking(without) + Lacking(with)}; the slow one was {(at is { } seconds ? $"dropped after {seconds:F0} s" : "NOT dropped")} and got {missed} of {posts} when it came back"),
            at is not null && missed == posts && Lacking(with) == 0);
    }

    private long Lacking(Tally tally) => ((long)posts * clients) - tally.Deliveries;

    private async Task<Tally> PostAsync(Tally tally)
    {
        await using var crowd = await Crowd.GatherAsync(clients, await place.MarkAsync(), messages => tally.Note(messages.Span));
        await Task.Delay(TimeSpan.FromSeconds(3));
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / PerSecond));
        for (var post = 0; post < posts; post++)
        {
            await place.PostAsync(post, Marks.Text(tally.Next(), Length));
            await pace.WaitForNextTickAsync();
        }

        await Task.WhenAny(tally.AllEverywhereAsync(), Task.Delay(Patience));
        return tally;
    }

    // Seconds until the server closed or threw it away; a byte a second until then.
    private static async Task<double?> DroppedAsync(LeanSocket slow, long began, CancellationToken enough)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            while (!slow.IsThrownAway && await slow.SkipAsync(1))
            {
                await pace.WaitForNextTickAsync(enough);
            }
        }
        catch (System.Net.Sockets.SocketException)
        {
            // Reset by the server.
        }
        catch (OperationCanceledException)
        {
            return null;
        }

        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private async Task<int> CatchUpAsync(Follow before)
    {
        var again = new HashSet<int>();
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var socket = await before(0);
        _ = socket.ReadAsync(messages => Marks.Find(messages.Span, number =>
        {
            if (number >= posts && again.Add(number) && again.Count == posts)
            {
                all.TrySetResult();
            }
        }));
        await Task.WhenAny(all.Task, Task.Delay(Patience));
        return again.Count;
    }
}
