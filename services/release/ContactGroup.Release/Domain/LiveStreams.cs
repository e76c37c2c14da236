using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>Opens and reads streams for live connections, by the same readership as every other read.</summary>
internal sealed class LiveStreams(ReleaseStore store, Cursors cursors, TimeProvider clock) : IStreamReader
{
    public async ValueTask<StreamAccess?> OpenAsync(WhoAsks who, string stream, string cursor, CancellationToken cancellationToken)
    {
        var streams = await store.Store.ReadAsync(connection => Readership.OfAsync(connection, who), cancellationToken);
        return streams.FirstOrDefault(mine => string.Equals(mine.Stream, stream, StringComparison.Ordinal)) is { } readable
            && cursors.Open(cursor, who.Person, stream, readable.Epoch) is { } after
            ? new StreamAccess(stream, readable.Channel.Group, after)
            : null;
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
