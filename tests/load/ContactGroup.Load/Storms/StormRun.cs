using System.Diagnostics;
using System.Globalization;
using ContactGroup.Load.FanOut;

namespace ContactGroup.Load.Storms;

/// <summary>
/// Posts are made that clients miss. Then all of them connect at once and catch up, while posts go on and listeners that were there all the time tell how
/// soon those arrive.
/// </summary>
internal sealed class StormRun(OurPlace place, int clients, int behind, int listeners)
{
    private const int Authors = 8;
    private const int MostPosts = 100_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Tally missed = new(clients, MostPosts);
    private readonly Tally live = new(listeners, MostPosts, first: MostPosts);
    private int next;

    public async Task<(string Report, bool Holds)> RunAsync()
    {
        var before = await place.MarkAsync();
        var posting = Enumerable.Range(0, Authors).Select(PostMissedAsync);
        await Task.WhenAll(posting);

        await using var there = await Crowd.GatherAsync(listeners, await place.MarkAsync(), messages => live.Note(messages.Span));
        await Task.Delay(TimeSpan.FromSeconds(3));
        using var over = new CancellationTokenSource();
        var going = PostLiveAsync(over.Token);
        var (processor, began) = (place.Processor(), Stopwatch.GetTimestamp());
        await using var back = await Crowd.GatherAsync(clients, before, messages => missed.Note(messages.Span));
        var caughtUp = await CaughtUpAsync();
        var (seconds, used) = (Stopwatch.GetElapsedTime(began).TotalSeconds, place.Processor() - processor);
        await over.CancelAsync();
        await going;

        var entries = (long)clients * behind;
        return (
            string.Create(
                CultureInfo.InvariantCulture,
                $"{place.Name}: {clients} clients, {behind} entries behind; {(caughtUp ? "all" : "NOT all")} caught up in {seconds:F1} s, {entries / seconds:N0} entries/s, server {used.TotalSeconds:F1} s of processor time; "
                + $"{live.Posts} posts meanwhile to {listeners} listeners: p50 {live.Delay(0.5):F1} ms, p99 {live.Delay(0.99):F1} ms, lacking {((long)live.Posts * listeners) - live.Deliveries}"),
            caughtUp && live.Delay(0.99) < 1_000);
    }

    private async Task PostMissedAsync(int author)
    {
        while (Interlocked.Increment(ref next) <= behind)
        {
            await place.PostAsync(author, Marks.Text(missed.Next()));
        }
    }

    private async Task<bool> CaughtUpAsync()
    {
        var caughtUp = missed.AllEverywhereAsync();
        await Task.WhenAny(caughtUp, Task.Delay(Patience));
        return caughtUp.IsCompletedSuccessfully;
    }

    private async Task PostLiveAsync(CancellationToken over)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!over.IsCancellationRequested)
        {
            await place.PostAsync(0, Marks.Text(live.Next()));
            await pace.WaitForNextTickAsync(CancellationToken.None);
        }

        await Task.WhenAny(live.AllEverywhereAsync(), Task.Delay(TimeSpan.FromSeconds(20), CancellationToken.None));
    }
}
