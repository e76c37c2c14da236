using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ContactGroup.Hosting.Storage.Sqlite;

/// <summary>One SQLite file in WAL mode: many readers, one writer, every commit on disk before it is acknowledged.</summary>
internal sealed class SqliteDatabase : IDatabase
{
    private readonly string connectionString;
    private readonly ConcurrentBag<KeptConnection> readers = [];
    private volatile bool closed;

    static SqliteDatabase() => SQLitePCL.Batteries_V2.Init();

    public SqliteDatabase(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            ForeignKeys = true,
            DefaultTimeout = 10,
            Pooling = false, // Connections are kept here, with their statements.
        }.ToString();
    }

    public StoreEngine Engine => StoreEngine.Sqlite;

    public async ValueTask<DbConnection> OpenReadAsync(CancellationToken cancellationToken)
    {
        if (readers.TryTake(out var kept))
        {
            return new LentConnection(kept, KeepReader);
        }

        return await OpenAsync(KeepReader, "PRAGMA query_only = ON;", cancellationToken);
    }

    public async ValueTask<DbConnection> OpenWriteAsync(CancellationToken cancellationToken)
    {
        // FULL: an acknowledged write survives the loss of power, not only of the process. Group commit pays for it.
        // secure_delete: what is deleted is overwritten, not only forgotten.
        // cache_size: 16 MB instead of 2, so that what is written over and over is not read from the file each time.
        const string Settings = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -16384;";
        return await OpenAsync(static kept => kept.Dispose(), Settings, cancellationToken);
    }

    /// <summary>One folder, one process: nobody else asks.</summary>
    public async ValueTask<DbConnection?> TryLeadAsync(Action told, CancellationToken cancellationToken) => await OpenReadAsync(cancellationToken);

    public Task EndAsync(DbConnection connection, bool hasPublished) => ((LentConnection)connection).Kept.IsInTransaction
        ? Task.CompletedTask
        : throw new InvalidOperationException("SQLite has undone the transaction by itself.");

    public long ChangesOf(DbConnection connection) => ((LentConnection)connection).Kept.Changes;

    public Task ListenAsync(DbConnection lead, CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);

    public async ValueTask<bool> TruncateJournalAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenWriteAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
    }

    public DbTransaction BeginSnapshot(DbConnection connection) => ((LentConnection)connection).Begin(deferred: true);

    public ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection) =>
        ValueTask.FromResult<DbTransaction>(((LentConnection)connection).Begin(deferred: false));

    public ValueTask DisposeAsync()
    {
        closed = true;
        while (readers.TryTake(out var kept))
        {
            kept.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private async ValueTask<DbConnection> OpenAsync(Action<KeptConnection> giveBack, string settings, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await connection.ExecuteAsync(settings);
            return new LentConnection(new KeptConnection(connection), giveBack);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private void KeepReader(KeptConnection kept)
    {
        if (closed || !kept.IsClean)
        {
            kept.Dispose();
            return;
        }

        readers.Add(kept);
        if (closed && readers.TryTake(out var late))
        {
            late.Dispose();
        }
    }
}
