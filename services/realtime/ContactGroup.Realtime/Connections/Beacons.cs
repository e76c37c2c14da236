using System.Collections.Concurrent;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Release;
using ContactGroup.Realtime.Endpoint;

namespace ContactGroup.Realtime.Connections;

/// <summary>
/// Tells every connection where those of its streams end of which it was handed everything, also when nothing happened: the last frame of a stream has
/// no successor that would reveal its loss. A stream that release no longer names for the person ends the connection. Many people are asked for by one question, and nobody twice for
/// what they have open at once.
/// </summary>
internal sealed class Beacons(LiveConnections connections, IStreamReader reader, ILogger<Beacons> logger)
{
    private const int AtOnce = 2;
    private const int PeopleOfAQuestion = 64;

    /// <summary>Tells everybody who is connected now.</summary>
    /// <returns>Where the streams end that somebody follows.</returns>
    public async Task<IReadOnlyDictionary<string, long>> TellAsync(CancellationToken cancellationToken)
    {
        var ends = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(
            connections.All().GroupBy(connection => connection.Who.Asks).Chunk(PeopleOfAQuestion),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            (people, token) => SendAsync(people, ends, token));
        return ends;
    }

    private async ValueTask SendAsync(
        IGrouping<WhoAsks, LiveConnection>[] people, ConcurrentDictionary<string, long> ends, CancellationToken cancellationToken)
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
