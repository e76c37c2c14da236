using ContactGroup.Realtime.Streams;
using Microsoft.Extensions.Options;

namespace ContactGroup.Realtime.Connections;

/// <summary>Gives the beacon at a fixed pace, and has streams read that did not come up to what it told.</summary>
internal sealed class BeaconPace(Beacons beacons, Topics topics, IOptions<RealtimeOptions> options, TimeProvider clock) : BackgroundService
{
    private const int SecondsOnTheWay = 2;
    private readonly PeriodicTimer pace = new(TimeSpan.FromSeconds(options.Value.BeaconSeconds), clock);

    public override void Dispose()
    {
        pace.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await pace.WaitForNextTickAsync(stoppingToken))
            {
                var onTheWay = Task.Delay(TimeSpan.FromSeconds(Math.Min(SecondsOnTheWay, options.Value.BeaconSeconds)), clock, stoppingToken);
                var ends = await beacons.TellAsync(stoppingToken);
                await onTheWay;
                foreach (var (stream, head) in ends)
                {
                    topics.Find(stream)?.Expect(head);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops.
        }
    }
}
