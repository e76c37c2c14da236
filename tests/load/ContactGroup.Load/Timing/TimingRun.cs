using System.Diagnostics;
using System.Security.Cryptography;

namespace ContactGroup.Load.Timing;

/// <summary>Asks both requests of every channel in turn, in an order drawn anew for each pair, after a warm-up, one at a time.</summary>
internal sealed class TimingRun(TimingStage stage, int requests)
{
    private const int WarmUp = 200;
    private static readonly TimeSpan Planted = TimeSpan.FromMicroseconds(200);

    public async Task<List<TimingResult>> RunAsync()
    {
        var samples = stage.Channels.Select(channel => (Channel: channel, Hidden: new List<double>(), Absent: new List<double>())).ToArray();
        for (var round = 0; round < WarmUp + requests; round++)
        {
            // All channels in each round: what slows the machine for a while slows every channel alike.
            foreach (var (channel, hidden, absent) in samples.OrderBy(_ => RandomNumberGenerator.GetInt32(int.MaxValue)))
            {
                var hiddenFirst = RandomNumberGenerator.GetInt32(2) == 0;
                var first = await AskAsync(channel, hiddenFirst);
                var second = await AskAsync(channel, !hiddenFirst);
                if (round >= WarmUp)
                {
                    hidden.Add(hiddenFirst ? first : second);
                    absent.Add(hiddenFirst ? second : first);
                }
            }
        }

        return [.. samples.Select(sample => new TimingResult(sample.Channel, sample.Hidden, sample.Absent))];
    }

    private async Task<double> AskAsync(TimingChannel channel, bool hidden)
    {
        using var request = hidden ? channel.Hidden() : channel.Absent();
        var started = Stopwatch.GetTimestamp();
        using var answer = await stage.Observer.SendAsync(request);
        await answer.Content.ReadAsByteArrayAsync();
        if (channel.MustDiffer && hidden)
        {
            Wait(started);
        }

        return Stopwatch.GetElapsedTime(started).TotalMicroseconds;
    }

    /// <summary>The planted delay of the positive control.</summary>
    private static void Wait(long started)
    {
        var until = Stopwatch.GetElapsedTime(started) + Planted;
        while (Stopwatch.GetElapsedTime(started) < until)
        {
            Thread.SpinWait(20);
        }
    }
}
