using System.Collections.Concurrent;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Release;
using ContactGroup.Realtime.Endpoint;
using ContactGroup.Realtime.Streams;
using Microsoft.Extensions.Options;

namespace ContactGroup.Realtime.Connections;

/// <summary>
/// Tells every connection at a fixed pace where those of its streams end of which it was handed everything, also when nothing happened: the last frame of a stream has
/// no successor that would reveal its loss. A stream that release no longer names for the person ends the connection. Many people are asked for by one question, and nobody twice for
/// what they have open at once.
/// </summary>
internal sealed class Beacons(
    LiveConnections connections, Topics topics, IStreamReader reader, IOptions<RealtimeOptions> options, TimeProvider clock, ILogger<Beacons> logger)
    : BackgroundService
{
    private const int AtOnce = 2;
    private const int PeopleOfAQuestion = 64;
    private const int SecondsOnTheWay = 2;
    private readonly PeriodicTimer pace = new(TimeSpan.FromSeconds(options.Value.BeaconSeconds), clock);

    // Where streams ended at this beacon.
    private readonly ConcurrentDictionary<string, long> ends = new(StringComparer.Ordinal);

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
                ends.Clear();
                var onTheWay = Task.Delay(TimeSpan.FromSeconds(Math.Min(SecondsOnTheWay, options.Value.BeaconSeconds)), clock, stoppingToken);
                await Parallel.ForEachAsync(
                    connections.All().GroupBy(connection => connection.Who.Asks).Chunk(PeopleOfAQuestion),
                    new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
                    SendAsync);
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

    private async ValueTask SendAsync(IGrouping<WhoAsks, LiveConnection>[] people, CancellationToken cancellationToken)
    {
        var followed = people
            .Select(person => (Who: person.Key, Connections: person.Select(connection => (Connection: connection, connection.Streams)).Where(one => one.Streams.Count > 0).ToList()))
            .Where(person => person.Connections.Count > 0)
            .ToList();
        if (followed.Count == 0)
        {
            return;
        }

        try
        {
            var heads = await reader.HeadsAsync(
                [.. followed.Select(person => new HeadsAsked(person.Who, [.. person.Connections.SelectMany(one => one.Streams).Distinct(StringComparer.Ordinal)]))], cancellationToken);
            foreach (var (person, found) in followed.Zip(heads))
            {
                var known = found.ToDictionary(head => head.Stream, StringComparer.Ordinal);
                foreach (var head in found)
                {
                    ends[head.Stream] = head.Head;
                }

                await Task.WhenAll(person.Connections.Select(one => SendAsync(one.Connection, one.Streams, known)));
            }
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            RealtimeLog.NoBeacon(logger, followed.Sum(person => person.Connections.Count), failure.GetType().Name);
        }
    }

    private async Task SendAsync(LiveConnection connection, IReadOnlyList<string> streams, Dictionary<string, StreamHead> known)
    {
        var heads = streams.Select(stream => known.GetValueOrDefault(stream)).OfType<StreamHead>().ToList();
        if (heads.Count < streams.Count)
        {
            RealtimeLog.Ended(logger, connection.Id, connection.Who.PersonId, EndReason.Rights);
            await connection.EndAsync(EndReason.Rights);
            return;
        }

        // A stream of which something is on its way is left out: told where it ends, everybody would ask for the rest beside what comes, the more of them the further
        // behind it is. What does not come is read by the topic soon after, and is in the next beacon.
        connection.Offer(HubMessages.Beacon([.. heads.Where(head => connection.HandedOf(head.Stream) >= head.Head)]));
    }
}
