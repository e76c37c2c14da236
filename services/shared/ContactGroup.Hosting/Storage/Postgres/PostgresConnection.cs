using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace ContactGroup.Hosting.Storage.Postgres;

/// <summary>
/// A connection whose statements are written as for SQLite: flags are numbers, and lists are written out one value after another. With a connection
/// of the provider's own type the mapper would send a list as one array, for which the same SQL text does not work.
/// </summary>
internal sealed class PostgresConnection(NpgsqlConnection connection) : DbConnection
{
    /// <summary>The same for every store: the mapper keeps what it compiled for a statement by this text, and asks for nothing of it.</summary>
    [AllowNull]
    public override string ConnectionString
    {
        get => nameof(StoreEngine.PostgreSql);
        set => throw new NotSupportedException("A store's connection cannot be pointed elsewhere.");
    }

    /// <inheritdoc />
    public override string Database => connection.Database;

    /// <inheritdoc />
    public override string DataSource => connection.DataSource;

    /// <inheritdoc />
    public override string ServerVersion => connection.ServerVersion;

    /// <inheritdoc />
    public override ConnectionState State => connection.State;

    /// <summary>How many statements were run on it that may have changed something.</summary>
    public long Changes { get; private set; }

    /// <summary>Notes that a statement is about to be run.</summary>
    public void Note(string text)
    {
        if (Statements.MayChange(text))
        {
            Changes++;
        }
    }

    /// <summary>What to do when the server brings a notice.</summary>
    public void WhenTold(Action act) => connection.Notification += (_, _) => act();

    /// <summary>Waits for the next notice, while no statement runs.</summary>
    public Task ListenAsync(CancellationToken cancellationToken) => connection.WaitAsync(cancellationToken);

    /// <summary>
    /// It is open when it is handed out. INVARIANT: once it is lost nothing opens it again: the mapper would, and run the next statement of a unit of work
    /// outside its transaction, without the lock.
    /// </summary>
    public override void Open() => throw new InvalidOperationException("The connection to the store is lost.");

    /// <inheritdoc cref="Open" />
    public override Task OpenAsync(CancellationToken cancellationToken) => Task.FromException(new InvalidOperationException("The connection to the store is lost."));

    /// <inheritdoc />
    public override void Close() => connection.Close();

    /// <inheritdoc />
    public override Task CloseAsync() => connection.CloseAsync();

    /// <inheritdoc />
    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException("A store has one database.");

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <inheritdoc />
    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => connection.BeginTransaction(isolationLevel);

    /// <inheritdoc />
    protected override DbCommand CreateDbCommand() => new PostgresCommand(this, connection.CreateCommand());

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            connection.Dispose();
        }

        base.Dispose(disposing);
    }
}
