using ContactGroup.Contracts.Release;
using ContactGroup.Realtime.Endpoint;
using ContactGroup.Realtime.Streams;
using Microsoft.Extensions.Options;

namespace ContactGroup.Realtime.Connections;

/// <summary>
/// Tells every connection at a fixed pace where its streams end, also when nothing happened: the last frame of a stream has no successor that would
/// reveal its loss. A stream that release no longer names for the person ends the connection.
/// </summary>
internal sealed class Beacons(
    LiveConnections connections, Topics topics, IStreamReader reader, IOptions<RealtimeOptions> options, TimeProvider clock, ILogger<Beacons> logger)
    : BackgroundService
{
    private const int AtOnce = 8;
    private readonly PeriodicTimer pace = new(TimeSpan.FromSeconds(options.Value.BeaconSeconds), clock);
    private long number;

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
                number++;
                await Parallel.ForEachAsync(
                    connections.All(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken }, SendAsync);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops.
        }
    }

    private async ValueTask SendAsync(LiveConnection connection, CancellationToken cancellationToken)
    {
        var streams = connection.Streams;
        if (streams.Count == 0)
        {
            return;
        }

        try
        {
            var heads = await reader.HeadsAsync(connection.Who.Asks, streams, cancellationToken);
            if (heads.Count < streams.Count)
            {
                RealtimeLog.Ended(logger, connection.Id, connection.Who.PersonId, EndReason.Rights);
                await connection.EndAsync(EndReason.Rights);
                return;
            }

            connection.Offer(HubMessages.Beacon(heads));
            foreach (var head in heads)
            {
                topics.Find(head.Stream)?.Notice(head.Head, number);
            }
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            RealtimeLog.NoBeacon(logger, connection.Id, failure.GetType().Name);
        }
    }
}
