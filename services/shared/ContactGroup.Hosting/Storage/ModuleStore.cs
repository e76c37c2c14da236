using System.Data.Common;
using ContactGroup.Hosting.Bus;
using Dapper;

namespace ContactGroup.Hosting.Storage;

/// <summary>
/// A module's own store. Reads run side by side on a snapshot. Writes queue for the one writer, which carries several units of work in one commit;
/// a unit that fails is rolled back alone.
/// </summary>
public sealed class ModuleStore : IAsyncDisposable
{
    private readonly IDatabase database;
    private readonly StoreWriter writer;
    private readonly StoreMigrations migrations;
    private readonly SemaphoreSlim readers;
    private readonly Lazy<Task> ready;

    internal ModuleStore(string name, IDatabase database, StoreMigrations migrations, StoreWriter writer, int concurrentReads)
    {
        Name = name;
        this.database = database;
        this.migrations = migrations;
        this.writer = writer;
        readers = new SemaphoreSlim(concurrentReads);
        ready = new Lazy<Task>(() => migrations.ApplyAsync(database));
    }

    /// <summary>Name of the module that owns the store.</summary>
    public string Name { get; }

    /// <summary>What keeps it.</summary>
    internal StoreEngine Engine => database.Engine;

    /// <summary>Raised after a commit that published facts.</summary>
    internal event Action? FactsWaiting
    {
        add => writer.FactsWaiting += value;
        remove => writer.FactsWaiting -= value;
    }

    /// <summary>How far the facts that this process committed here have come.</summary>
    internal OutboxProgress Progress => writer.Progress;

    /// <summary>Opens the store and applies migrations; harmless to call again.</summary>
    public Task EnsureReadyAsync() => ready.Value;

    /// <summary>Reads on a snapshot.</summary>
    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken) => AskAsync(
        async connection =>
        {
            await using var snapshot = database.BeginSnapshot(connection);
            return await read(connection);
        },
        cancellationToken);

    /// <summary>Reads by one statement, which sees one state by itself: a snapshot would cost two more ways to a server.</summary>
    public async Task<T> AskAsync<T>(Func<DbConnection, Task<T>> ask, CancellationToken cancellationToken)
    {
        await ready.Value;
        await readers.WaitAsync(cancellationToken);
        try
        {
            await using var connection = await database.OpenReadAsync(cancellationToken);
            return await ask(connection);
        }
        finally
        {
            readers.Release();
        }
    }

    /// <summary>
    /// Runs a unit of work; when this returns, it is on disk. An exception from the delegate rolls it back and comes out here.
    /// The delegate must only use the store: it runs while other writes wait, and may run anew when another one that was to be committed with it fails. What it
    /// changes beside the store belongs into <see cref="WriteScope.AfterCommit"/>.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The store cannot take the work now; nothing was stored.</exception>
    public async Task<T> WriteAsync<T>(Func<WriteScope, Task<T>> write, CancellationToken cancellationToken)
    {
        await ready.Value;
        return await writer.EnqueueAsync(write, Manner.InTurn, cancellationToken);
    }

    /// <summary>As <see cref="WriteAsync{T}(Func{WriteScope, Task{T}}, CancellationToken)"/>, before whatever waits: for the little that others lose their place without.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot take the work now; nothing was stored.</exception>
    public async Task<T> WriteFirstAsync<T>(Func<WriteScope, Task<T>> write, CancellationToken cancellationToken)
    {
        await ready.Value;
        return await writer.EnqueueAsync(write, Manner.First, cancellationToken);
    }

    /// <summary>
    /// As <see cref="WriteAsync{T}(Func{WriteScope, Task{T}}, CancellationToken)"/>, in a transaction of its own and never run twice: for the little that others are told of
    /// before it commits.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The store cannot take the work now; nothing was stored.</exception>
    public async Task<T> WriteAloneAsync<T>(Func<WriteScope, Task<T>> write, CancellationToken cancellationToken)
    {
        await ready.Value;
        return await writer.EnqueueAsync(write, Manner.Alone, cancellationToken);
    }

    /// <summary>Runs a unit of work that returns nothing.</summary>
    public Task WriteAsync(Func<WriteScope, Task> write, CancellationToken cancellationToken) => WriteAsync(AndTrue(write), cancellationToken);

    /// <summary>Runs a unit of work that returns nothing, in a transaction of its own and never twice.</summary>
    public Task WriteAloneAsync(Func<WriteScope, Task> write, CancellationToken cancellationToken) => WriteAloneAsync(AndTrue(write), cancellationToken);

    /// <summary>Takes what was overwritten or deleted out of the journal; false when it has to be asked again.</summary>
    public async Task<bool> TruncateJournalAsync(CancellationToken cancellationToken)
    {
        await ready.Value;
        return await database.TruncateJournalAsync(cancellationToken);
    }

    /// <summary>Asks to be the one process that relays what the store publishes; null when another one is.</summary>
    internal async Task<DbConnection?> TryLeadAsync(Action told, CancellationToken cancellationToken)
    {
        await ready.Value;
        return await database.TryLeadAsync(told, cancellationToken);
    }

    /// <summary>Listens for what other processes tell, on the connection of the lead.</summary>
    internal Task ListenAsync(DbConnection lead, CancellationToken cancellationToken) => database.ListenAsync(lead, cancellationToken);

    /// <summary>Whether the store answers.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellationToken) =>
        await ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT 1"), cancellationToken) == 1;

    private static Func<WriteScope, Task<bool>> AndTrue(Func<WriteScope, Task> write) => async scope =>
    {
        await write(scope);
        return true;
    };

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        await database.DisposeAsync();
        readers.Dispose();
    }
}
