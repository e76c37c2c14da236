using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Web;
using ContactGroup.Realtime.Connections;
using ContactGroup.Realtime.Nodes;
using ContactGroup.Realtime.Streams;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace ContactGroup.Realtime.Endpoint;

/// <summary>What a client may ask of a live connection. There is one thing: follow streams from where it is.</summary>
internal sealed class LiveHub(
    IStreamReader reader, IReadingRecord record, ILease lease, Topics topics, ReadingEnds ends, SubscribeTurns turns, IOptions<RealtimeOptions> options) : Hub
{
    /// <summary>
    /// Follows streams. Entries after <c>max(cursor, seen)</c> come first, then live ones: none missing, none twice, in order. A stream that is not the
    /// caller's and a cursor that cannot be used are refused alike. Asking again for a stream starts it anew from the given place.
    /// </summary>
    public async Task<SubscribeAnswer> Subscribe(StreamPosition[] streams)
    {
        if (streams is null || streams.Length > options.Value.StreamsPerConnection || Array.Exists(streams, one => one?.Stream is null || one.Cursor is null))
        {
            throw new HubException(ProblemCode.FieldInvalid.Code);
        }

        var connection = LiveLifetime.ConnectionOf(Context);

        // Before it is marked as subscribing: whoever only waits is not ended because somebody's rights are.
        using var turn = await turns.TakeAsync(Context.ConnectionAborted);
        connection.BeginSubscribing();
        try
        {
            return await FollowAsync(connection, streams);
        }
        catch (Exception failure) when (failure is not HubException)
        {
            // Not "refused": the client keeps its place and asks again.
            throw new HubException(ProblemCode.Unavailable.Code, failure);
        }
        finally
        {
            connection.EndSubscribing();
        }
    }

    private async Task<SubscribeAnswer> FollowAsync(LiveConnection connection, StreamPosition[] streams)
    {
        var who = connection.Who.Asks;
        var asked = streams.DistinctBy(one => one.Stream, StringComparer.Ordinal).ToList();
        var opened = await reader.OpenAsync(who, [.. asked.Select(one => new StreamPlace(one.Stream, one.Cursor))], Context.ConnectionAborted);
        var seen = asked.ToDictionary(one => one.Stream, one => one.Seen ?? 0, StringComparer.Ordinal);
        var starts = opened
            .Select(access => (Access: access, Start: new ReadingStart(
                access.Stream, Start(access.After, seen[access.Stream], access.Head), access.Head, lease.Process)))
            .ToList();

        // INVARIANT: on record before the first entry is handed over. When it cannot be recorded, this throws and nothing is followed.
        var readings = await record.BeginAsync(who, [.. starts.Select(one => one.Start)], Context.ConnectionAborted);
        var accepted = starts.Zip(readings)
            .Where(one => TryFollow(connection, one.First.Access, one.First.Start, one.Second))
            .Select(one => one.First.Access.Stream)
            .ToArray();
        return new SubscribeAnswer(accepted, [.. streams.Select(one => one.Stream).Distinct(StringComparer.Ordinal).Except(accepted, StringComparer.Ordinal)]);
    }

    // A subscription that is not taken is left at once, so its reading ends where it began.
    private bool TryFollow(LiveConnection connection, StreamAccess access, ReadingStart start, long? reading) => topics.TryFollow(
        connection, access, start.After, options.Value.StreamsPerConnection, reading is { } id ? through => ends.Note(id, through) : null);

    // What a client claims to have seen beyond the head was never sent to it.
    private static long Start(long after, long seen, long head) => seen > after && seen <= head ? seen : after;
}

/// <summary>Where a client is in a stream.</summary>
/// <param name="Stream">Id of the stream.</param>
/// <param name="Cursor">The last cursor the client got for it.</param>
/// <param name="Seen">The highest sequence the client has, when that is beyond the cursor's.</param>
internal sealed record StreamPosition(string Stream, string Cursor, long? Seen = null);

/// <summary>Which streams are followed from now on, and which are not the caller's to follow.</summary>
internal sealed record SubscribeAnswer(IReadOnlyList<string> Accepted, IReadOnlyList<string> Refused);
