using System.Data.Common;
using ContactGroup.Hosting.Storage;
using Dapper;

namespace ContactGroup.Hosting.Deadlines;

/// <summary>
/// The deadlines of a module, in its own store: they are set, moved and cancelled in the transaction of the act that does it, so that none is left of an act that was
/// not taken. Resolve it with <c>[FromKeyedServices(name)] DueTable</c>.
/// </summary>
public sealed class DueTable
{
    private TaskCompletionSource earlier = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long awaited = long.MaxValue;

    internal DueTable()
    {
    }

    /// <summary>Sets the deadline of an item and kind, in place of the one that there may be.</summary>
    public async Task SetAsync(WriteScope scope, Deadline deadline)
    {
        await scope.Connection.ExecuteAsync(
            """
            INSERT INTO deadlines (item, kind, due, try_at) VALUES (@Item, @Kind, @due, @due)
            ON CONFLICT (item, kind) DO UPDATE SET due = excluded.due, try_at = excluded.try_at, tries = 0
            """,
            new { deadline.Item, deadline.Kind, due = deadline.Due.ToMicroseconds() });
        scope.AfterCommit(() => NoteSet(deadline.Due.ToMicroseconds()));
    }

    /// <summary>Cancels a deadline; does nothing when there is none.</summary>
    public Task CancelAsync(WriteScope scope, string item, string kind) =>
        scope.Connection.ExecuteAsync("DELETE FROM deadlines WHERE item = @item AND kind = @kind", new { item, kind });

    /// <summary>Sets all deadlines of an item at once; those that are not among them are cancelled.</summary>
    public async Task ReplaceAsync(WriteScope scope, string item, IEnumerable<Deadline> deadlines)
    {
        await scope.Connection.ExecuteAsync("DELETE FROM deadlines WHERE item = @item", new { item });
        foreach (var deadline in deadlines)
        {
            await SetAsync(scope, deadline);
        }
    }

    /// <summary>Completes when a deadline is set that comes before everything that was awaited.</summary>
    internal Task EarlierAsync() => Volatile.Read(ref earlier).Task;

    /// <summary>Says until when nothing has to be looked at unless a deadline is set before it; <see cref="long.MaxValue"/> while somebody looks.</summary>
    internal void Await(long until) => Volatile.Write(ref awaited, until);

    /// <summary>What is due, oldest first; what failed before stands where it is tried again.</summary>
    internal static async Task<IReadOnlyList<Deadline>> DueAsync(DbConnection connection, DateTimeOffset now, int most) =>
        [.. (await connection.QueryAsync<(string Item, string Kind, long Due)>(
            "SELECT item, kind, due FROM deadlines WHERE try_at <= @now ORDER BY try_at, item, kind LIMIT @most",
            new { now = now.ToMicroseconds(), most })).Select(row => new Deadline(row.Item, row.Kind, Instants.FromMicroseconds(row.Due)))];

    /// <summary>When something is next to be done; null when there is nothing.</summary>
    internal static async Task<DateTimeOffset?> NextAsync(DbConnection connection) =>
        await connection.ExecuteScalarAsync<long?>("SELECT MIN(try_at) FROM deadlines") is { } next ? Instants.FromMicroseconds(next) : null;

    /// <summary>Takes a deadline out. False when another process has fired it, or somebody moved or cancelled it meanwhile.</summary>
    internal static async Task<bool> TakeAsync(WriteScope scope, Deadline deadline) => await scope.Connection.ExecuteAsync(
        "DELETE FROM deadlines WHERE item = @Item AND kind = @Kind AND due = @due",
        new { deadline.Item, deadline.Kind, due = deadline.Due.ToMicroseconds() }) == 1;

    /// <summary>Puts a deadline off that could not be fired, twice as long each time; how often it was tried.</summary>
    internal static async Task<int> PutOffAsync(WriteScope scope, Deadline deadline)
    {
        var key = new { deadline.Item, deadline.Kind, due = deadline.Due.ToMicroseconds() };
        var tries = await scope.Connection.ExecuteScalarAsync<long?>(
            "UPDATE deadlines SET tries = tries + 1 WHERE item = @Item AND kind = @Kind AND due = @due RETURNING tries", key) ?? 0;
        await scope.Connection.ExecuteAsync(
            "UPDATE deadlines SET try_at = @tryAt WHERE item = @Item AND kind = @Kind AND due = @due",
            new { key.Item, key.Kind, key.due, tryAt = (scope.Now + Backoff.After((int)tries)).ToMicroseconds() });
        return (int)tries;
    }

    private void NoteSet(long due)
    {
        if (due < Volatile.Read(ref awaited))
        {
            Interlocked.Exchange(ref earlier, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        }
    }
}
