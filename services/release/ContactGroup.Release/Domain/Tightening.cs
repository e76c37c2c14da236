using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;
using Dapper;

namespace ContactGroup.Release.Domain;

/// <summary>
/// Walks what closed streams hold and takes back what the rules of now do not give: a page of one stream a commit, the streams in turn, each commit
/// noting how far it came. When a stream is through it opens again. A process that dies goes on where it stopped, its streams closed until then.
/// </summary>
internal sealed class Tightening(
    ReleaseStore store, Rulings rulings, OneStream one, Isolation isolation, StreamClosing closing, ILogger<Tightening> log) : IDisposable
{
    private const int PageSize = 50;

    private readonly SemaphoreSlim single = new(1, 1);

    /// <summary>Returns when no stream is closed any more.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await single.WaitAsync(cancellationToken);
        try
        {
            var last = string.Empty;
            while (await store.Store.WriteAsync(scope => PageAsync(scope, last), cancellationToken) is { } walked)
            {
                last = walked;
            }
        }
        finally
        {
            single.Release();
        }
    }

    public void Dispose() => single.Dispose();

    /// <summary>The stream that had its turn; null when none is left.</summary>
    private async Task<string?> PageAsync(WriteScope scope, string last)
    {
        if (await BarrierRows.NextAsync(scope.Connection, last) is not { } row)
        {
            return null;
        }

        await PolicyRows.RequireAsync(scope.Connection, rulings.Table);
        var items = (await scope.Connection.QueryAsync<string>(
            "SELECT item FROM held WHERE stream = @Stream AND item > @AfterItem ORDER BY item LIMIT @PageSize", new { row.Stream, row.AfterItem, PageSize })).AsList();
        if (await ChannelRows.FindAsync(scope.Connection, row.Channel) is { } channel
            && await StreamRows.AudienceOfAsync(scope.Connection, row.Stream) is { } audience)
        {
            foreach (var item in items)
            {
                await isolation.TryAsync(scope, item, () => one.TightenAsync(scope, channel, row.Stream, audience, item));
            }
        }

        if (items.Count == PageSize)
        {
            await scope.Connection.ExecuteAsync("UPDATE tightenings SET after_item = @after WHERE stream = @Stream", new { row.Stream, after = items[^1] });
            return row.Stream;
        }

        await scope.Connection.ExecuteAsync("DELETE FROM tightenings WHERE stream = @Stream", new { row.Stream });
        scope.AfterCommit(() =>
        {
            closing.Open(row.Stream);
            ReleaseLog.Tightened(log, row.Stream);
        });
        return row.Stream;
    }
}
