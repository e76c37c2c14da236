using System.Data.Common;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>
/// Records who is about to be given what. INVARIANT: returns when it is on disk; an answer that shows content of others goes out after that or not at
/// all. A record waits for its turn of the writer, and what was read before may be over by then: a removal or a recall that was confirmed meanwhile is not
/// outlived by an answer, which is made anew. What an organisation reads of its own is no exposure and is not recorded.
/// </summary>
internal sealed class Exposures(ReleaseStore store, KnownReceipts known, TimeProvider clock) : IReadingRecord
{
    private const int MostTries = 3;

    /// <summary>Reads what a person is about to be given, and records it.</summary>
    /// <param name="who">The person.</param>
    /// <param name="read">Reads the answer.</param>
    /// <param name="givenIn">What of others is in it.</param>
    /// <param name="stillAsync">Whether the person may have it so in the moment of the record.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="RefusedException">It was another one each time that it was to be recorded.</exception>
    public async Task<T> GiveAsync<T>(
        WhoAsks who,
        Func<DbConnection, Task<T>> read,
        Func<T, IReadOnlyList<Given>> givenIn,
        Func<DbConnection, T, Task<bool>> stillAsync,
        CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var answer = await store.Store.ReadAsync(read, cancellationToken);
            var news = givenIn(answer).Where(one => !known.Contains(who.Person, one)).ToList();
            if (news.Count == 0)
            {
                return answer;
            }

            var at = Now;
            var isNoted = await store.Store.WriteAsync(
                async scope =>
                {
                    var still = await stillAsync(scope.Connection, answer);
                    if (still)
                    {
                        await NoteAsync(scope, who, news, at);
                    }

                    return still;
                },
                cancellationToken);
            if (isNoted)
            {
                return answer;
            }
        }

        throw new RefusedException(ProblemCode.Unavailable);
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
