using System.Data.Common;

namespace ContactGroup.Hosting.Storage;

/// <summary>The database engine under a store: what differs between SQLite and a server.</summary>
public interface IDatabase : IAsyncDisposable
{
    /// <summary>Which engine it is.</summary>
    StoreEngine Engine { get; }

    /// <summary>Opens a connection for reading.</summary>
    ValueTask<DbConnection> OpenReadAsync(CancellationToken cancellationToken);

    /// <summary>Opens the connection for writing.</summary>
    ValueTask<DbConnection> OpenWriteAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Asks to be the one process that relays what the store publishes; null when another one is. Lasts as long as the connection, which has to be asked
    /// whether it still lives.
    /// </summary>
    /// <param name="told">Called when another process told that there is something to relay.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    ValueTask<DbConnection?> TryLeadAsync(Action told, CancellationToken cancellationToken);

    /// <summary>
    /// The work of a transaction is over: only what was collected is written, and it commits. INVARIANT: it fails when the store gave the transaction up meanwhile, where a
    /// commit would not say that it did nothing, and what is written would be written by itself.
    /// </summary>
    /// <param name="connection">The connection, inside the transaction.</param>
    /// <param name="hasPublished">Whether there is something to relay: then the process that relays is told when the transaction commits.</param>
    Task EndAsync(DbConnection connection, bool hasPublished);

    /// <summary>How many statements were run on a connection for writing that may have changed something: as long as it stays the same, nothing was.</summary>
    long ChangesOf(DbConnection connection);

    /// <summary>Listens for what other processes tell, while nothing else is asked of the connection.</summary>
    /// <param name="lead">The connection from <see cref="TryLeadAsync"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task ListenAsync(DbConnection lead, CancellationToken cancellationToken);

    /// <summary>Takes what was overwritten or deleted out of the journal; false when somebody still reads it, so that it has to be asked again.</summary>
    ValueTask<bool> TruncateJournalAsync(CancellationToken cancellationToken);

    /// <summary>Begins a transaction in which every statement reads the same state.</summary>
    DbTransaction BeginSnapshot(DbConnection connection);

    /// <summary>
    /// Begins a transaction that may write, holding the store's write lock from the first moment: whatever it reads stays true until it commits, and ids
    /// that rise are in the order of commits, however many processes use the store.
    /// </summary>
    ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection);
}
