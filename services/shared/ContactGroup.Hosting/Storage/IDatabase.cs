using System.Data.Common;

namespace ContactGroup.Hosting.Storage;

/// <summary>The database engine under a store: what differs between SQLite and a server.</summary>
public interface IDatabase : IAsyncDisposable
{
    /// <summary>Opens a connection for reading.</summary>
    ValueTask<DbConnection> OpenReadAsync(CancellationToken cancellationToken);

    /// <summary>Opens the connection for writing.</summary>
    ValueTask<DbConnection> OpenWriteAsync(CancellationToken cancellationToken);

    /// <summary>Takes what was overwritten or deleted out of the journal; false when somebody still reads it, so that it has to be asked again.</summary>
    ValueTask<bool> TruncateJournalAsync(CancellationToken cancellationToken);

    /// <summary>Begins a transaction in which every statement reads the same state.</summary>
    DbTransaction BeginSnapshot(DbConnection connection);

    /// <summary>Begins a transaction that may write, holding the write lock from the first moment.</summary>
    DbTransaction BeginWrite(DbConnection connection);
}
