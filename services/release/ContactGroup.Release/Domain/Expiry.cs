using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;
using Dapper;

namespace ContactGroup.Release.Domain;

/// <summary>Recalls items whose time is over from everybody but their owner. Each is noted as done in the transaction that recalls it: once, ever.</summary>
internal sealed class Expiry(ReleaseStore store, Releaser releaser, Isolation isolation, TimeProvider clock)
{
    private const int PerCommit = 100;

    private TaskCompletionSource earlier = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Works until nothing is due.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await AnyDueAsync(cancellationToken) && await store.Store.WriteAsync(ExpireAsync, cancellationToken) == PerCommit)
        {
        }
    }

    /// <summary>When the next item is due; null when none is.</summary>
    public async Task<DateTimeOffset?> NextAsync(CancellationToken cancellationToken) =>
        await store.Store.ReadAsync(
            connection => connection.ExecuteScalarAsync<long?>("SELECT MIN(expires_at) FROM items WHERE expires_at IS NOT NULL AND expired = 0"),
            cancellationToken) is { } next
            ? Instants.FromMicroseconds(next)
            : null;

    /// <summary>Completes when an item comes that may be due before all others.</summary>
    public Task EarlierAsync() => Volatile.Read(ref earlier).Task;

    /// <summary>An item with an end was stored.</summary>
    public void NoteAdded() => Interlocked.Exchange(ref earlier, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    private async Task<bool> AnyDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToMicroseconds();
        return await store.Store.ReadAsync(
            connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM items WHERE expires_at <= @now AND expired = 0", new { now }),
            cancellationToken) > 0;
    }

    private async Task<int> ExpireAsync(WriteScope scope)
    {
        var due = (await scope.Connection.QueryAsync<string>(
            "SELECT item FROM items WHERE expires_at <= @now AND expired = 0 ORDER BY expires_at LIMIT @PerCommit",
            new { now = clock.GetUtcNow().ToMicroseconds(), PerCommit })).AsList();
        foreach (var id in due)
        {
            await scope.Connection.ExecuteAsync("UPDATE items SET expired = 1 WHERE item = @id", new { id });
            await isolation.TryAsync(scope, id, async () =>
            {
                if (await ItemRows.FindAsync(scope.Connection, id) is { } item && await ChannelRows.FindAsync(scope.Connection, item.Channel) is { } channel)
                {
                    await releaser.ApplyAsync(scope, channel, item);
                }
            });
        }

        return due.Count;
    }
}
