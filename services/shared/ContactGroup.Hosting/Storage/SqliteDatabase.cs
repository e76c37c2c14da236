using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ContactGroup.Hosting.Storage;

/// <summary>One SQLite file in WAL mode: many readers, one writer, every commit on disk before it is acknowledged.</summary>
internal sealed class SqliteDatabase : IDatabase
{
    private readonly string connectionString;

    static SqliteDatabase() => SQLitePCL.Batteries_V2.Init();

    public SqliteDatabase(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            ForeignKeys = true,
            DefaultTimeout = 10,
        }.ToString();
    }

    public async ValueTask<DbConnection> OpenReadAsync(CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(cancellationToken);
        await connection.ExecuteAsync("PRAGMA query_only = ON;");
        return connection;
    }

    public async ValueTask<DbConnection> OpenWriteAsync(CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(cancellationToken);

        // FULL: an acknowledged write survives the loss of power, not only of the process. Group commit pays for it.
        // secure_delete: what is deleted is overwritten, not only forgotten.
        await connection.ExecuteAsync("PRAGMA query_only = OFF; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;");
        return connection;
    }

    public async ValueTask<bool> TruncateJournalAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenWriteAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
    }

    public DbTransaction BeginSnapshot(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    public DbTransaction BeginWrite(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: false);

    private async ValueTask<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }
}
