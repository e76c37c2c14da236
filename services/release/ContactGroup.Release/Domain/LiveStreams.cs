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
        var mine = (await store.Store.AskAsync(connection => Readership.OfAsync(connection, who), cancellationToken))
            .ToDictionary(stream => stream.Stream, StringComparer.Ordinal);
        var opened = new List<StreamAccess>(places.Count);
        foreach (var place in places)
        {
            if (mine.GetValueOrDefault(place.Stream) is { } readable && cursors.Open(place.Cursor, who.Person, place.Stream, readable.Epoch) is { } after)
            {
                opened.Add(new StreamAccess(place.Stream, readable.Channel.Group, after, readable.Head));
            }
        }

        return opened;
    }

    public async ValueTask<IReadOnlyList<EntryFrame>> ReadAsync(string stream, long after, int limit, CancellationToken cancellationToken) =>
        await store.Store.ReadAsync(
            async connection => await BarrierRows.IsClosedAsync(connection, stream)
                ? throw new StreamClosedException()
                : await EntryRows.ReadAsync(connection, stream, after, limit, IStreamReader.PageBytes, clock.GetUtcNow().ToMicroseconds()),
            cancellationToken);

    public async ValueTask<IReadOnlyList<IReadOnlyList<StreamHead>>> HeadsAsync(IReadOnlyList<HeadsAsked> asked, CancellationToken cancellationToken)
    {
        var readable = await store.Store.ReadAsync(
            async connection =>
            {
                var found = new List<IReadOnlyList<ReadableStream>>(asked.Count);
                foreach (var one in asked)
                {
                    found.Add(await Readership.OfAsync(connection, one.Who));
                }

                return found;
            },
            cancellationToken);
        return [.. asked.Zip(readable, HeadsOf)];
    }

    private IReadOnlyList<StreamHead> HeadsOf(HeadsAsked asked, IReadOnlyList<ReadableStream> readable)
    {
        var wanted = asked.Streams.ToHashSet(StringComparer.Ordinal);
        return [.. readable
            .Where(stream => wanted.Contains(stream.Stream))
            .Select(stream => new StreamHead(stream.Stream, stream.Head, cursors.Seal(asked.Who.Person, stream.Stream, stream.Epoch, stream.Head)))];
    }
}
