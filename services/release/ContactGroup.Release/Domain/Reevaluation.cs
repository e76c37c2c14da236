using System.Data.Common;
using ContactGroup.Release.Data;
using Dapper;

namespace ContactGroup.Release.Domain;

/// <summary>
/// Looks again at every item of a channel after its rules or its audiences changed: page by page, each page one commit that also notes how far it came,
/// so that it goes on where it stopped when the process dies.
/// </summary>
internal sealed class Reevaluation(ReleaseStore store, Releaser releaser, Isolation isolation) : IDisposable
{
    private const int PageSize = 100;

    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>Asks for a channel to be looked at from its first item, in the transaction that changed its rules.</summary>
    public static Task<int> RequestAsync(DbConnection connection, string channel) =>
        connection.ExecuteAsync(
            "INSERT INTO reevaluations (channel, after_ord) VALUES (@channel, 0) ON CONFLICT (channel) DO UPDATE SET after_ord = 0", new { channel });

    /// <summary>Works until nothing is asked for, or until something is being tightened: that comes first, and the watch goes on afterwards.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            while (await store.Store.WriteAsync(scope => PageAsync(scope), cancellationToken))
            {
            }
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<bool> PageAsync(Hosting.Storage.WriteScope scope)
    {
        var request = await scope.Connection.QueryFirstOrDefaultAsync<Request>(
            "SELECT channel AS Channel, after_ord AS AfterOrd FROM reevaluations ORDER BY channel LIMIT 1");
        if (request is null || (await BarrierRows.ClosedAsync(scope.Connection)).Count > 0)
        {
            return false;
        }

        var channel = await ChannelRows.FindAsync(scope.Connection, request.Channel);
        var page = await ItemRows.PageAsync(scope.Connection, request.Channel, request.AfterOrd, PageSize);
        foreach (var (_, item, payload) in page)
        {
            await isolation.TryAsync(scope, item, () => releaser.ApplyAsync(scope, channel!, ItemRows.Read(payload)));
        }

        await scope.Connection.ExecuteAsync(
            page.Count == 0
                ? "DELETE FROM reevaluations WHERE channel = @Channel"
                : "UPDATE reevaluations SET after_ord = @after WHERE channel = @Channel",
            new { request.Channel, after = page.Count == 0 ? 0 : page[^1].Ord });
        return true;
    }

    private sealed record Request(string Channel, long AfterOrd);
}
