using System.Data.Common;
using ContactGroup.Hosting.Bus;
using Dapper;

namespace ContactGroup.Hosting.Storage;

/// <summary>One unit of work inside a transaction: its statements, the facts it publishes and what it consumed commit together or not at all.</summary>
public sealed class WriteScope
{
    private const int MostForgotten = 1_000;

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    private const string Outbox = "outbox (message_id, fact, partition_key, payload)";

    private readonly FactSeal seal;
    private readonly TimeProvider clock;
    private readonly LaterRows earlier;
    private List<Action>? afterCommit;

    /// <param name="connection">The connection, inside the transaction.</param>
    /// <param name="seal">Seals facts.</param>
    /// <param name="clock">The store's clock.</param>
    /// <param name="earlier">What units of work that are to commit with this one leave to be written.</param>
    internal WriteScope(DbConnection connection, FactSeal seal, TimeProvider clock, LaterRows earlier)
    {
        Connection = connection;
        this.seal = seal;
        this.clock = clock;
        this.earlier = earlier;
    }

    /// <summary>The connection, inside the transaction. Call Dapper on it.</summary>
    public DbConnection Connection { get; }

    /// <summary>The time by the store's clock, UTC.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Whether this unit of work published a fact.</summary>
    internal bool Published { get; private set; }

    internal IReadOnlyList<Action> AfterCommitActions => afterCommit ?? [];

    /// <summary>What this unit of work leaves to be written before the commit.</summary>
    internal LaterRows Later { get; } = new();

    /// <summary>A row that is written before the commit, by this unit of work or by one that is to commit with it; null when there is none.</summary>
    internal object[]? FindLater(string into, Predicate<object[]> isIt) => Later.Find(into, isIt) ?? earlier.Find(into, isIt);

    /// <summary>
    /// Publishes a fact when, and only when, this unit of work commits, and the part of it that publishes was not undone. Facts that are published this way keep their
    /// order among each other; of one kind, publish all this way or all by <see cref="PublishAsync{T}(string, T)"/>.
    /// </summary>
    /// <param name="partition">What must stay in order, such as the id of a channel.</param>
    /// <param name="fact">A record of <c>ContactGroup.Contracts</c>.</param>
    public void Publish<T>(string partition, T fact)
        where T : class
    {
        Published = true;
        Later.Add(Outbox, [Contracts.Ids.New(), FactNames.Of<T>(), partition, seal.Seal(fact)]);
    }

    /// <summary>As <see cref="Publish"/>, at once, for whoever may have to revise it.</summary>
    /// <param name="partition">What must stay in order, such as the id of a channel.</param>
    /// <param name="fact">A record of <c>ContactGroup.Contracts</c>.</param>
    /// <returns>Its place in the outbox, never used again; by it <see cref="ReviseAsync"/> finds the fact while it waits.</returns>
    public async Task<long> PublishAsync<T>(string partition, T fact)
        where T : class
    {
        Published = true;
        return await Connection.QuerySingleAsync<long>(
            $"INSERT INTO {Outbox} VALUES (@id, @fact, @partition, @payload) RETURNING id",
            new { id = Contracts.Ids.New(), fact = FactNames.Of<T>(), partition, payload = seal.Seal(fact) });
    }

    /// <summary>Publishes several facts of one kind, by one statement, when, and only when, this unit of work commits.</summary>
    /// <param name="facts">Each with what must stay in order.</param>
    /// <returns>Their places in the outbox, in the order of the facts.</returns>
    public async Task<IReadOnlyList<long>> PublishAsync<T>(IReadOnlyList<(string Partition, T Fact)> facts)
        where T : class
    {
        Published = true;
        var ids = facts.Select(_ => Contracts.Ids.New()).ToList();
        var places = await Connection.InsertAsync(
            Outbox,
            facts.Select((one, index) => (object[])[ids[index], FactNames.Of<T>(), one.Partition, seal.Seal(one.Fact)]),
            "message_id",
            "id");
        return [.. ids.Select(id => places[id])];
    }

    /// <summary>Puts another fact of the same kind in the place of one that was not relayed yet; does nothing when it was.</summary>
    public Task ReviseAsync<T>(long place, T fact)
        where T : class => Connection.ExecuteAsync(
            "UPDATE outbox SET payload = @payload WHERE id = @place AND fact = @fact",
            new { place, fact = FactNames.Of<T>(), payload = seal.Seal(fact) });

    /// <summary>Whether a consumer sees a message for the first time; remembers it in this transaction, for at least 30 days.</summary>
    public async Task<bool> FirstTimeAsync(string consumer, string messageId)
    {
        var at = clock.GetUtcNow();
        await ForgetSometimesAsync(messageId, at - Remembered);
        return await Connection.ExecuteAsync(
            "INSERT INTO inbox (consumer, message_id, at) VALUES (@consumer, @messageId, @at) ON CONFLICT DO NOTHING",
            new { consumer, messageId, at = at.ToMicroseconds() }) == 1;
    }

    /// <summary>The same for several messages, by one statement.</summary>
    /// <returns>Those of them that the consumer sees for the first time, each once.</returns>
    public async Task<HashSet<string>> FirstTimesAsync(string consumer, IReadOnlyList<string> messageIds)
    {
        var at = clock.GetUtcNow();
        foreach (var messageId in messageIds)
        {
            await ForgetSometimesAsync(messageId, at - Remembered);
        }

        var seen = at.ToMicroseconds();
        var rows = messageIds.Select(messageId => (object[])[consumer, messageId, seen]);
        return [.. (await Connection.InsertAsync("inbox (consumer, message_id, at)", rows, "message_id", "at", "ON CONFLICT DO NOTHING")).Keys];
    }

    /// <summary>Runs after the commit, for what lives in memory beside the store.</summary>
    public void AfterCommit(Action action) => (afterCommit ??= []).Add(action);

    /// <summary>
    /// Runs a part of the unit of work that can be undone by itself. An exception from it undoes what the part wrote, published and left to follow the commit, and comes
    /// out here; whoever catches it goes on without the part. INVARIANT: there is no other way to undo a part: a savepoint of one's own would leave what was published.
    /// </summary>
    public async Task PartAsync(Func<Task> part)
    {
        var (rows, actions) = (Later.Count, AfterCommitActions.Count);
        await MarkAsync("SAVEPOINT part");
        try
        {
            await part();
            await Connection.ExecuteAsync("RELEASE SAVEPOINT part");
        }
        catch (Exception cause)
        {
            Later.CutBack(rows);
            afterCommit?.RemoveRange(actions, afterCommit.Count - actions);
            await MarkAsync("ROLLBACK TO SAVEPOINT part; RELEASE SAVEPOINT part", cause);
            throw;
        }
    }

    // Where this fails the transaction is gone, and with it more than the part: nobody may go on.
    private async Task MarkAsync(string statement, Exception? cause = null)
    {
        try
        {
            await Connection.ExecuteAsync(statement);
        }
        catch (Exception gone)
        {
            throw new StoreUnavailableException(Connection.Database, cause ?? gone);
        }
    }

    // About one message in 32 pays for the clean-up, chosen by its random id: no timer, no state, and bounded work each time.
    private Task ForgetSometimesAsync(string messageId, DateTimeOffset before) => messageId.EndsWith('0')
        ? Connection.ExecuteAsync(
            "DELETE FROM inbox WHERE (consumer, message_id) IN (SELECT consumer, message_id FROM inbox WHERE at < @before LIMIT @MostForgotten)",
            new { before = before.ToMicroseconds(), MostForgotten })
        : Task.CompletedTask;
}
