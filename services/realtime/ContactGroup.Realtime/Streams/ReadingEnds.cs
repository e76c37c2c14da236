using System.Threading.Channels;
using ContactGroup.Contracts.Release;

namespace ContactGroup.Realtime.Streams;

/// <summary>
/// Tells release how far each subscription came, many in one write. An end that gets lost does no harm to the truth of the record: a reading without an
/// end counts as far as its stream goes.
/// </summary>
internal sealed class ReadingEnds(IReadingRecord record, TimeProvider clock, ILogger<ReadingEnds> logger) : BackgroundService
{
    private const int MostWaiting = 65_536;
    private const int MostAtOnce = 512;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Channel<ReadingEnd> waiting = Channel.CreateBounded<ReadingEnd>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });

    public void Note(long reading, long through) => waiting.Writer.TryWrite(new ReadingEnd(reading, through));

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        waiting.Writer.TryComplete();
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var ends = new List<ReadingEnd>(MostAtOnce);
        while (await waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            ends.Clear();
            while (ends.Count < MostAtOnce && waiting.Reader.TryRead(out var end))
            {
                ends.Add(end);
            }

            await RecordAsync(ends, stoppingToken);
        }
    }

    // What is not recorded counts as read on, so it is tried until release takes it; at the end of the process once.
    private async Task RecordAsync(List<ReadingEnd> ends, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                await record.EndAsync(ends, CancellationToken.None);
                return;
            }
            catch (Exception failure)
            {
                RealtimeLog.EndsNotRecorded(logger, ends.Count, failure.GetType().Name);
                if (stopping.IsCancellationRequested)
                {
                    return;
                }
            }

            await Task.Delay(Pause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
