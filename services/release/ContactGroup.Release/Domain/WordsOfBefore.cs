using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>
/// Before the first request after the upgrade that brought an index by streams: puts into it what was held already, so that nobody searches and does not find.
/// In small writes, each whole; a process that ends in between goes on at its next start.
/// </summary>
internal sealed class WordsOfBefore(ReleaseStore store) : IHostedService
{
    private const int RowsPerWrite = 100;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await store.Store.ReadAsync(WordsOfViews.RemainAsync, cancellationToken))
        {
            return;
        }

        WordsOfView? last = null;
        do
        {
            last = await store.Store.WriteAsync(scope => IndexAsync(scope, last), cancellationToken);
        }
        while (last is not null);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // The last that was put into the index; null when nothing is left.
    private static async Task<WordsOfView?> IndexAsync(WriteScope scope, WordsOfView? after)
    {
        // Asked again in the turn of a writer: another process may have ended it meanwhile.
        if (!await WordsOfViews.RemainAsync(scope.Connection))
        {
            return null;
        }

        var lacking = await WordsOfViews.LackingAsync(scope.Connection, after, RowsPerWrite);
        await HeldWords.AddAsync(scope.Connection, lacking);
        if (lacking.Count == RowsPerWrite)
        {
            return lacking[^1];
        }

        await WordsOfViews.EndAsync(scope.Connection);
        return null;
    }
}
