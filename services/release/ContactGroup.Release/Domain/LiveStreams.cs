using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>Opens and reads streams for live connections, by the same readership as every other read.</summary>
internal sealed class LiveStreams(ReleaseStore store, Cursors cursors, TimeProvider clock) : IStreamReader
{
    public async ValueTask<IReadOnlyList<StreamAccess>> OpenAsync(WhoAsks who, IReadOnlyList<StreamPlace> places, CancellationToken cancellationToken)
    {
        var mine = (await store.Store.ReadAsync(connection => Readership.OfAsync(connection, who), cancellationToken))
            .ToDictionary(stream => stream.Stream, StringComparer.Ordinal);
        var opened = new List<StreamAccess>(places.Count);
        foreach (var place in places)
        {
            if (mine.GetValueOrDefault(place.Stream) is { } readable && cursors.Open(place.Cursor, who.Person, place.Stream, readable.Epoch) is { } after)
            {
                opened.Add(new StreamAccess(place.Stream, readable.Channel.Group, after));
            }
        }

        return opened;
    }

    public async ValueTask<IReadOnlyList<EntryFrame>> ReadAsync(string stream, long after, int limit, CancellationToken cancellationToken) =>
        await store.Store.ReadAsync(
            async connection => await BarrierRows.IsClosedAsync(connection, stream)
                ? throw new StreamClosedException()
                : await EntryRows.ReadAsync(connection, stream, after, limit, clock.GetUtcNow().ToMicroseconds()),
            cancellationToken);

    public async ValueTask<IReadOnlyList<StreamHead>> HeadsAsync(
        WhoAsks who, IReadOnlyCollection<string> streams, CancellationToken cancellationToken)
    {
        var readable = await store.Store.ReadAsync(connection => Readership.OfAsync(connection, who), cancellationToken);
        return [.. readable
            .Where(stream => streams.Contains(stream.Stream, StringComparer.Ordinal))
            .Select(stream => new StreamHead(stream.Stream, stream.Head, cursors.Seal(who.Person, stream.Stream, stream.Epoch, stream.Head)))];
    }
}
