using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>
/// Records who is about to be given what. INVARIANT: returns when it is on disk; an answer that shows content of others goes out after that or not at
/// all. What an organisation reads of its own is no exposure and is not recorded.
/// </summary>
internal sealed class Exposures(ReleaseStore store, KnownReceipts known, TimeProvider clock) : IReadingRecord
{
    /// <summary>Items in a list, or one by itself.</summary>
    public async Task NoteAsync(
        WhoAsks who, IReadOnlyList<ReadableStream> streams, IEnumerable<VisibleItem> items, bool opened, CancellationToken cancellationToken)
    {
        var own = streams.Where(stream => stream.Scope == StreamScope.Organisation).Select(stream => stream.Stream).ToHashSet(StringComparer.Ordinal);
        await NoteAsync(
            who, [.. items.Where(item => !own.Contains(item.Stream)).Select(item => new Given(item.Item, item.Stream, item.Revision, opened))], cancellationToken);
    }

    public async Task NoteAsync(WhoAsks who, IReadOnlyList<Given> given, CancellationToken cancellationToken)
    {
        var news = given.Where(one => !known.Contains(who.Person, one)).ToList();
        if (news.Count == 0)
        {
            return;
        }

        await store.Store.WriteAsync(
            async scope => await ReceiptRows.AddAsync(scope.Connection, await ReaderRows.EnsureAsync(scope.Connection, who), news, Now), cancellationToken);
        news.ForEach(one => known.Add(who.Person, one));
    }

    /// <summary>A page of a stream.</summary>
    public async Task NotePageAsync(WhoAsks who, ReadingStart start, IReadOnlyList<EntryFrame> page, CancellationToken cancellationToken)
    {
        if (page.Any(entry => entry.Bare > 0))
        {
            await store.Store.WriteAsync(
                async scope => await ReadingRows.AddPageAsync(
                    scope.Connection, await ReaderRows.EnsureAsync(scope.Connection, who), start, page[^1].Seq, Now),
                cancellationToken);
        }
    }

    public async ValueTask<IReadOnlyList<long?>> BeginAsync(WhoAsks who, IReadOnlyList<ReadingStart> starts, CancellationToken cancellationToken) =>
        await store.Store.WriteAsync(
            async scope =>
            {
                var reader = await ReaderRows.EnsureAsync(scope.Connection, who);
                var readings = new List<long?>(starts.Count);
                foreach (var start in starts)
                {
                    readings.Add(await ReadingRows.BeginAsync(scope.Connection, reader, start, Now));
                }

                return readings;
            },
            cancellationToken);

    public async ValueTask EndAsync(IReadOnlyList<ReadingEnd> ends, CancellationToken cancellationToken) =>
        await store.Store.WriteAsync(scope => ReadingRows.EndAsync(scope.Connection, ends, Now), cancellationToken);

    private long Now => clock.GetUtcNow().ToMicroseconds();
}
