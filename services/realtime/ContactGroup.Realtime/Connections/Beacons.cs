using System.Collections.Concurrent;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Release;
using ContactGroup.Realtime.Endpoint;
using Microsoft.Extensions.Options;

namespace ContactGroup.Realtime.Connections;

/// <summary>
/// Tells every connection where those of its streams end of which it was handed everything, also when nothing happened: the last frame of a stream has
/// no successor that would reveal its loss. A stream that release no longer names for the person ends the connection, before anybody is told anything. Many people are
/// asked for by one question, and nobody twice for what they have open at once. Many connections are told a few at a time: what is live does not wait for all of them.
/// </summary>
internal sealed class Beacons(LiveConnections connections, IStreamReader reader, IOptions<RealtimeOptions> options, ILogger<Beacons> logger)
{
    private const int AtOnce = 2;
    private const int PeopleOfAQuestion = 64;
    private const int ToldAtOnce = 32;

    /// <summary>Tells everybody who is connected now.</summary>
    /// <returns>Where the streams end that somebody follows.</returns>
    public async Task<IReadOnlyDictionary<string, long>> TellAsync(CancellationToken cancellationToken)
    {
        var ends = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        var all = connections.All();
        var pause = PauseFor(all.Count);
        await Parallel.ForEachAsync(
            all.GroupBy(connection => connection.Who.Asks).Chunk(PeopleOfAQuestion),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            (people, token) => SendAsync(people, ends, pause, token));
        return ends;
    }

    // The last is told when a third of the time until the next beacon is over.
    private TimeSpan PauseFor(int count) => count <= ToldAtOnce ? TimeSpan.Zero : TimeSpan.FromSeconds(options.Value.BeaconSeconds) / 3 * ToldAtOnce / count;

    private async ValueTask SendAsync(
        IGrouping<WhoAsks, LiveConnection>[] people, ConcurrentDictionary<string, long> ends, TimeSpan pause, CancellationToken cancellationToken)
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
            var ending = new List<Task>();
            var staying = new List<(LiveConnection Connection, IReadOnlyList<StreamHead> Heads)>();
            foreach (var (person, found) in followed.Zip(heads))
            {
                var known = found.ToDictionary(head => head.Stream, StringComparer.Ordinal);
                foreach (var head in found)
                {
                    ends[head.Stream] = head.Head;
                }

                var isStill = person.Connections.ToLookup(one => one.Streams.All(known.ContainsKey));
                ending.AddRange(isStill[false].Select(one => EndAsync(one.Connection)));
                staying.AddRange(isStill[true].Select(one => (one.Connection, (IReadOnlyList<StreamHead>)[.. one.Streams.Select(stream => known[stream])])));
            }

            await TellAsync(staying, pause, cancellationToken);
            await Task.WhenAll(ending);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            RealtimeLog.NoBeacon(logger, followed.Sum(person => person.Connections.Count), failure.GetType().Name);
        }
    }

    private Task EndAsync(LiveConnection connection)
    {
        RealtimeLog.Ended(logger, connection.Id, connection.Who.PersonId, EndReason.Rights);
        return connection.EndAsync(EndReason.Rights);
    }

    private static async Task TellAsync(
        IEnumerable<(LiveConnection Connection, IReadOnlyList<StreamHead> Heads)> connections, TimeSpan pause, CancellationToken cancellationToken)
    {
        foreach (var few in connections.Chunk(ToldAtOnce))
        {
            Array.ForEach(few, one => Tell(one.Connection, one.Heads));
            await Task.Delay(pause, cancellationToken);
        }
    }

    // A stream of which something is on its way is left out: told where it ends, everybody would ask for the rest beside what comes, the more of them the further behind
    // it is. What does not come is read by the topic soon after, and is in the next beacon.
    private static void Tell(LiveConnection connection, IReadOnlyList<StreamHead> heads) =>
        connection.Offer(HubMessages.Beacon([.. heads.Where(head => connection.HandedOf(head.Stream) >= head.Head)]));
}
