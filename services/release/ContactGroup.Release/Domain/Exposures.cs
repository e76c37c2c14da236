using System.Data.Common;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>
/// Records who is about to be given what. INVARIANT: returns when it is on disk; an answer that shows content of others goes out after that or not at
/// all. A record waits for its turn of the writer, and what was read before may be over by then: a removal or a recall that was confirmed meanwhile is not
/// outlived by an answer, which is then read in that turn. What an organisation reads of its own is no exposure and is not recorded.
/// </summary>
internal sealed class Exposures(ReleaseStore store, KnownReceipts known, TimeProvider clock) : IReadingRecord
{
    /// <summary>Reads what a person is about to be given, and records it: beside the writer, and once more in the turn that records it only when it is not that any more.</summary>
    /// <param name="who">The person.</param>
    /// <param name="read">Reads the answer.</param>
    /// <param name="givenIn">What of others is in it.</param>
    /// <param name="stillAsync">Whether the person may have it so in the moment of the record.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<T> GiveAsync<T>(
        WhoAsks who,
        Func<DbConnection, Task<T>> read,
        Func<T, IReadOnlyList<Given>> givenIn,
        Func<DbConnection, T, Task<bool>> stillAsync,
        CancellationToken cancellationToken)
    {
        var first = await store.Store.ReadAsync(read, cancellationToken);
        if (givenIn(first).All(one => known.Contains(who.Person, one)))
        {
            return first;
        }

        var at = Now;
        return await store.Store.WriteAsync(
            async scope =>
            {
                var answer = await stillAsync(scope.Connection, first) ? first : await read(scope.Connection);
                await NoteAsync(scope, who, givenIn(answer), at);
                return answer;
            },
            cancellationToken);
    }

    /// <summary>Records what is read in the same turn of the writer.</summary>
    public async Task NoteAsync(WriteScope scope, WhoAsks who, IReadOnlyList<Given> given, long at)
    {
        var news = given.Where(one => !known.Contains(who.Person, one)).ToList();
        if (news.Count > 0)
        {
            await ReceiptRows.AddAsync(scope.Connection, await ReaderRows.EnsureAsync(scope.Connection, who), news, at);
            scope.AfterCommit(() => news.ForEach(one => known.Add(who.Person, one)));
        }
    }

    /// <summary>Reads a page of a stream that a person is about to be given, and records it: where it shows something of others, it is read in the turn that records it.</summary>
    public async Task<T> GivePageAsync<T>(
        WhoAsks who, Func<DbConnection, Task<T>> read, Func<T, (ReadingStart Start, long Through)?> shown, CancellationToken cancellationToken)
    {
        var first = await store.Store.ReadAsync(read, cancellationToken);
        if (shown(first) is null)
        {
            return first;
        }

        var at = Now;
        return await store.Store.WriteAsync(
            async scope =>
            {
                var page = await read(scope.Connection);
                if (shown(page) is var (start, through))
                {
                    await ReadingRows.AddPageAsync(scope.Connection, await ReaderRows.EnsureAsync(scope.Connection, who), start, through, at);
                }

                return page;
            },
            cancellationToken);
    }

    public async ValueTask<IReadOnlyList<long?>> BeginAsync(WhoAsks who, IReadOnlyList<ReadingStart> starts, CancellationToken cancellationToken) =>
        await store.Store.WriteAsync(
            async scope => await ReadingRows.BeginAsync(scope.Connection, await ReaderRows.EnsureAsync(scope.Connection, who), starts, Now),
            cancellationToken);

    public async ValueTask EndAsync(IReadOnlyList<ReadingEnd> ends, CancellationToken cancellationToken) =>
        await store.Store.WriteAsync(scope => ReadingRows.EndAsync(scope.Connection, ends, Now), cancellationToken);

    private long Now => clock.GetUtcNow().ToMicroseconds();
}
