using System.Diagnostics;
using ContactGroup.Client;

namespace ContactGroup.Load.Barriers;

/// <summary>Reads what one person may read, over HTTP and live, without pause, and holds each view against the timeline.</summary>
internal sealed class Watcher(Reader reader, string channel, Expectation expectation, Timeline timeline)
{
    /// <summary>What a frame may take from the server's hand to ours.</summary>
    private static readonly long Travel = Stopwatch.Frequency / 2;

    private long views;
    private long frames;
    private long refusals;
    private int overReleases;

    public long Views => Interlocked.Read(ref views);

    public long Frames => Interlocked.Read(ref frames);

    /// <summary>How often a closed stream, or a server that was away, answered "not now".</summary>
    public long Refusals => Interlocked.Read(ref refusals);

    public int OverReleases => Volatile.Read(ref overReleases);

    public Task WatchAsync(CancellationToken stop) => Task.WhenAll(AskAsync(stop), ListenAsync(stop));

    private async Task AskAsync(CancellationToken stop)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(40));
        string? next = null;
        while (!stop.IsCancellationRequested)
        {
            var begun = Stopwatch.GetTimestamp();
            try
            {
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
                patience.CancelAfter(TimeSpan.FromSeconds(2));
                var page = await reader.Client.FindItemsAsync(new ItemQuery(channel, Limit: 100, After: next), patience.Token);
                Judge(page.Items, begun, Stopwatch.GetTimestamp());
                next = page.Next;
                await pace.WaitForNextTickAsync(stop);
            }
            catch (Exception away) when (away is ContactGroupException or OperationCanceledException)
            {
                next = null;
                Interlocked.Increment(ref refusals);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var entry in reader.Client.SubscribeAsync(new LiveOptions { EntryLimit = 4_096, FrameLimit = 4_096 }, stop))
            {
                var arrived = Stopwatch.GetTimestamp();
                Interlocked.Increment(ref frames);
                if (entry.View is { } view && view.Channel == channel)
                {
                    Judge([view], arrived - Travel, arrived);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private void Judge(IReadOnlyList<Item> seen, long from, long to)
    {
        var postures = timeline.Between(from, to);
        foreach (var item in seen)
        {
            Interlocked.Increment(ref views);
            if (expectation.IsOverRelease(reader, item, postures))
            {
                Interlocked.Increment(ref overReleases);
            }
        }
    }
}
