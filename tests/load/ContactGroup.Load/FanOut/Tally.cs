using System.Diagnostics;

namespace ContactGroup.Load.FanOut;

/// <summary>Which posts have reached how many subscribers, and when.</summary>
internal sealed class Tally(int subscribers, int mostPosts)
{
    private const double BinMilliseconds = 0.1;
    private const int Bins = 600_000;

    private readonly int[] reached = new int[mostPosts];
    private readonly long[] sent = new long[mostPosts];
    private readonly TaskCompletionSource[] everywhere = new TaskCompletionSource[mostPosts];
    private readonly int[] delays = new int[Bins];
    private int posts;
    private long deliveries;

    /// <summary>Posts that came to a subscriber so far.</summary>
    public long Deliveries => Interlocked.Read(ref deliveries);

    /// <summary>Deliveries beyond one for each subscriber.</summary>
    public int Twice => reached.Sum(count => Math.Max(0, count - subscribers));

    /// <summary>Posts sent so far.</summary>
    public int Posts => Volatile.Read(ref posts);

    /// <summary>Number of the next post.</summary>
    public int Next()
    {
        var number = Interlocked.Increment(ref posts) - 1;
        everywhere[number] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        sent[number] = Stopwatch.GetTimestamp();
        return number;
    }

    /// <summary>Completes when every subscriber has the post.</summary>
    public Task EverywhereAsync(int number) => everywhere[number].Task;

    /// <summary>Notes what one subscriber read.</summary>
    public void Note(ReadOnlySpan<byte> messages)
    {
        var now = Stopwatch.GetTimestamp();
        Marks.Find(messages, number =>
        {
            Interlocked.Increment(ref deliveries);
            Interlocked.Increment(ref delays[Math.Min(Bins - 1, (int)(Stopwatch.GetElapsedTime(sent[number], now).TotalMilliseconds / BinMilliseconds))]);
            if (Interlocked.Increment(ref reached[number]) == subscribers)
            {
                everywhere[number].TrySetResult();
            }
        });
    }

    /// <summary>Milliseconds within which a share of the deliveries came.</summary>
    public double Delay(double share)
    {
        var left = (long)Math.Ceiling(share * delays.Sum(count => (long)count));
        for (var bin = 0; bin < Bins; bin++)
        {
            left -= delays[bin];
            if (left <= 0)
            {
                return (bin + 1) * BinMilliseconds;
            }
        }

        return double.PositiveInfinity;
    }
}
