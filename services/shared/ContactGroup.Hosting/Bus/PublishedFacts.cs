using ContactGroup.Hosting.Storage;
using Dapper;

namespace ContactGroup.Hosting.Bus;

/// <summary>
/// Takes rows out of the outbox that are handled. What a queue must have is kept beside it for a while: between the broker's confirmation and the consumer's
/// commit a fact is nowhere else. See <c>docs/decisions/0034</c>.
/// </summary>
internal sealed class PublishedFacts(TimeSpan kept)
{
    private const long PruneEvery = 60_000_000;

    private long pruned;

    /// <summary>Moves or removes rows, and forgets what was kept long enough.</summary>
    public async Task MoveAsync(WriteScope scope, IReadOnlyList<Handled> runs)
    {
        var now = scope.Now.ToMicroseconds();
        var demanded = runs.Where(run => run.Demanded).Select(run => new { run.First, run.Last, now }).ToList();
        await scope.Connection.ExecuteAsync(
            """
            INSERT INTO published (id, message_id, fact, partition_key, payload, at)
            SELECT id, message_id, fact, partition_key, payload, @now FROM outbox WHERE id BETWEEN @First AND @Last
            """,
            demanded);
        await scope.Connection.ExecuteAsync("DELETE FROM outbox WHERE id BETWEEN @First AND @Last", runs);
        if (demanded.Count > 0 && now - pruned >= PruneEvery)
        {
            scope.AfterCommit(() => pruned = now);
            await scope.Connection.ExecuteAsync("DELETE FROM published WHERE at < @before", new { before = now - (kept.Ticks / TimeSpan.TicksPerMicrosecond) });
        }
    }
}

/// <summary>Neighbours in the outbox that are handled, all of one kind of fact.</summary>
/// <param name="First">Place of the first.</param>
/// <param name="Last">Place of the last.</param>
/// <param name="Demanded">Whether a queue must have them.</param>
internal sealed record Handled(long First, long Last, bool Demanded);
