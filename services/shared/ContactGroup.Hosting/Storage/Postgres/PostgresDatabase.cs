using System.Data;
using System.Data.Common;
using Dapper;
using Npgsql;

namespace ContactGroup.Hosting.Storage.Postgres;

/// <summary>
/// One database on a PostgreSQL server. As with SQLite one transaction writes at a time, by a lock that ends with the transaction or with the
/// connection: two processes of one service never work on states that the other has changed. See <c>docs/decisions/0028</c>.
/// </summary>
internal sealed class PostgresDatabase : IDatabase
{
    // Only within one database, so the same numbers for every store.
    private const long WriteLock = 0x636f6e7461637467;
    private const long LeadLock = 0x636f6e7461637468;

    // A process that stands still in the middle of a transaction gives the lock back after this.
    private const string WriterSettings = "-c synchronous_commit=on -c idle_in_transaction_session_timeout=20s -c lock_timeout=25s " + Network;
    private const string ReaderSettings = "-c default_transaction_read_only=on -c idle_in_transaction_session_timeout=60s";

    // The lead asks every second; one that stands still, or whose machine is gone, gives it up after this.
    private const string LeadSettings = "-c idle_session_timeout=15s " + Network;
    private const string Network = "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=3 -c tcp_keepalives_count=3 -c tcp_user_timeout=15000";

    private readonly NpgsqlDataSource readers;
    private readonly NpgsqlDataSource writers;
    private readonly NpgsqlDataSource leads;

    /// <summary>Names the database; nothing is opened yet.</summary>
    /// <param name="server">Connection string of the server, without a database.</param>
    /// <param name="database">Name of the database.</param>
    /// <param name="concurrentReads">How many connections may read at once.</param>
    public PostgresDatabase(string server, string database, int concurrentReads)
    {
        readers = Source(server, database, ReaderSettings, concurrentReads);
        writers = Source(server, database, WriterSettings, connections: 2);
        leads = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server)
        {
            Database = database,
            ApplicationName = "relay",
            Options = LeadSettings,
            KeepAlive = 10,
            Pooling = false, // A connection that goes back to a pool would keep the lead.
        });
    }

    public StoreEngine Engine => StoreEngine.PostgreSql;

    public async ValueTask<DbConnection> OpenReadAsync(CancellationToken cancellationToken) =>
        new PostgresConnection(await readers.OpenConnectionAsync(cancellationToken));

    public async ValueTask<DbConnection> OpenWriteAsync(CancellationToken cancellationToken) =>
        new PostgresConnection(await writers.OpenConnectionAsync(cancellationToken));

    public async ValueTask<DbConnection?> TryLeadAsync(Action told, CancellationToken cancellationToken)
    {
        var connection = new PostgresConnection(await leads.OpenConnectionAsync(cancellationToken));
        try
        {
            if (await connection.ExecuteScalarAsync<bool>("SELECT pg_try_advisory_lock(@LeadLock)", new { LeadLock }))
            {
                connection.WhenTold(told);
                await connection.ExecuteAsync("LISTEN outbox");
                return connection;
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    // In a transaction that was given up every statement fails.
    public Task EndAsync(DbConnection connection, bool hasPublished) => connection.ExecuteAsync(hasPublished ? "NOTIFY outbox" : "SELECT 1");

    public Task ListenAsync(DbConnection lead, CancellationToken cancellationToken) => ((PostgresConnection)lead).ListenAsync(cancellationToken);

    public long ChangesOf(DbConnection connection) => ((PostgresConnection)connection).Changes;

    /// <summary>The server takes dead rows out by itself (autovacuum), and its journal ages out; nothing here can hurry either.</summary>
    public ValueTask<bool> TruncateJournalAsync(CancellationToken cancellationToken) => ValueTask.FromResult(true);

    public DbTransaction BeginSnapshot(DbConnection connection) => connection.BeginTransaction(IsolationLevel.RepeatableRead);

    public async ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection)
    {
        // Every statement sees what was committed before it: those after the lock see the work of whoever held it.
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);
        try
        {
            await connection.ExecuteAsync("SELECT pg_advisory_xact_lock(@WriteLock)", new { WriteLock });
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await readers.DisposeAsync();
        await writers.DisposeAsync();
        await leads.DisposeAsync();
    }

    private static NpgsqlDataSource Source(string server, string database, string settings, int connections)
    {
        var address = new NpgsqlConnectionStringBuilder(server)
        {
            Database = database,
            Options = settings,
            MaxPoolSize = connections,
            MaxAutoPrepare = 128,
            AutoPrepareMinUsages = 2,
            KeepAlive = 10,
            NoResetOnClose = true, // Nothing of ours sets anything that outlives its transaction.
            IncludeErrorDetail = false, // An error must not repeat what a row holds.
        };
        return NpgsqlDataSource.Create(address);
    }
}
