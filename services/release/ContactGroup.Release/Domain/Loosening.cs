using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;
using Dapper;

namespace ContactGroup.Release.Domain;

/// <summary>
/// Brings streams what new rules give them beyond the old: first everything is collected, then it appears in batches of one size at one pace, from a
/// moment that was fixed when the rules changed. INVARIANT: neither when nor how fast it appears depends on what lies hidden in between; and nothing is
/// loosened while anything is being tightened.
/// </summary>
internal sealed class Loosening(ReleaseStore store, OneStream one, Isolation isolation, TimeProvider clock)
{
    private const int PerStreamAndTurn = 100;

    /// <summary>Whether something is still to be looked at, tightened or loosened.</summary>
    public Task<bool> IsPendingAsync(CancellationToken cancellationToken) => store.Store.ReadAsync(
        async connection => await connection.ExecuteScalarAsync<long>(
            "SELECT (SELECT COUNT(*) FROM tightenings) + (SELECT COUNT(*) FROM loosenings) + (SELECT COUNT(*) FROM reevaluations)") > 0,
        cancellationToken);

    /// <summary>One turn: a batch for every stream whose time has come.</summary>
    public async Task TurnAsync(CancellationToken cancellationToken)
    {
        foreach (var stream in await store.Store.WriteAsync(DueAsync, cancellationToken))
        {
            await store.Store.WriteAsync(scope => BatchAsync(scope, stream), cancellationToken);
        }
    }

    private async Task<IReadOnlyList<string>> DueAsync(WriteScope scope)
    {
        if ((await BarrierRows.ClosedAsync(scope.Connection)).Count > 0)
        {
            return [];
        }

        // One that is not collected in time starts a whole interval later, not the moment it is ready.
        var now = clock.GetUtcNow().ToMicroseconds();
        await scope.Connection.ExecuteAsync(
            "UPDATE loosenings SET not_before = not_before + @interval WHERE not_before <= @now AND channel IN (SELECT channel FROM reevaluations)",
            new { now, interval = (long)RuleBarrier.UntilLoosening.TotalMicroseconds });
        return (await scope.Connection.QueryAsync<string>("SELECT stream FROM loosenings WHERE not_before <= @now ORDER BY stream", new { now })).AsList();
    }

    private async Task BatchAsync(WriteScope scope, string stream)
    {
        // Rules may have changed since the turn began: then the row waits anew, and this batch is not due any more.
        var channelId = await scope.Connection.QuerySingleOrDefaultAsync<string?>(
            "SELECT channel FROM loosenings WHERE stream = @stream AND not_before <= @now AND NOT EXISTS (SELECT 1 FROM tightenings)",
            new { stream, now = clock.GetUtcNow().ToMicroseconds() });
        if (channelId is null
            || await ChannelRows.FindAsync(scope.Connection, channelId) is not { } channel
            || await StreamRows.AudienceOfAsync(scope.Connection, stream) is not { } audience)
        {
            return;
        }

        var batch = (await scope.Connection.QueryAsync<(long Ord, string Item)>(
            "SELECT ord, item FROM growths WHERE stream = @stream ORDER BY ord LIMIT @PerStreamAndTurn", new { stream, PerStreamAndTurn })).AsList();
        foreach (var (_, item) in batch)
        {
            await isolation.TryAsync(scope, item, () => one.LoosenAsync(scope, channel, stream, audience, item));
        }

        if (batch.Count > 0)
        {
            await scope.Connection.ExecuteAsync("DELETE FROM growths WHERE stream = @stream AND ord <= @last", new { stream, last = batch[^1].Ord });
        }

        if (batch.Count < PerStreamAndTurn)
        {
            await scope.Connection.ExecuteAsync("DELETE FROM loosenings WHERE stream = @stream", new { stream });
        }
    }
}
