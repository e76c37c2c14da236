using System.Diagnostics;

namespace ContactGroup.Load.FanOut;

/// <summary>Which posts have reached how many subscribers, and when.</summary>
/// <param name="subscribers">How many are to get each post.</param>
/// <param name="mostPosts">How many posts there may be.</param>
/// <param name="first">Number of the first; posts with numbers that are not of this tally are not counted.</param>
internal sealed class Tally(int subscribers, int mostPosts, int first = 0)
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
        var post = Interlocked.Increment(ref posts) - 1;
        everywhere[post] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        sent[post] = Stopwatch.GetTimestamp();
        return first + post;
    }

    /// <summary>Completes when every subscriber has every post that was sent so far.</summary>
    public Task AllEverywhereAsync() => Task.WhenAll(everywhere.Take(Posts).Select(post => post.Task));

    /// <summary>Completes when every subscriber has the post.</summary>
    public Task EverywhereAsync(int number) => everywhere[number - first].Task;

    /// <summary>Notes what one subscriber read.</summary>
    public void Note(ReadOnlySpan<byte> messages)
    {
        var now = Stopwatch.GetTimestamp();
        Marks.Find(messages, number =>
        {
            var post = number - first;
            if (post < 0 || post >= Posts)
            {
                return;
            }

            Interlocked.Increment(ref deliveries);
            Interlocked.Increment(ref delays[Math.Min(Bins - 1, (int)(Stopwatch.GetElapsedTime(sent[post], now).TotalMilliseconds / BinMilliseconds))]);
            if (Interlocked.Increment(ref reached[post]) == subscribers)
            {
                everywhere[post].TrySetResult();
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
