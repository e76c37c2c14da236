using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace ContactGroup.Hosting.Storage.Sqlite;

/// <summary>One use of a kept connection. Disposing it gives the connection back; whoever keeps this afterwards can do nothing with it.</summary>
/// <param name="kept">The connection.</param>
/// <param name="giveBack">Takes it back.</param>
internal sealed class LentConnection(KeptConnection kept, Action<KeptConnection> giveBack) : DbConnection
{
    private KeptConnection? lent = kept;

    /// <summary>The same for every store: the mapper keeps what it compiled for a statement by this text, and asks for nothing of it.</summary>
    [AllowNull]
    public override string ConnectionString
    {
        get => nameof(StoreEngine.Sqlite);
        set => throw new NotSupportedException("A store's connection cannot be pointed elsewhere.");
    }

    /// <inheritdoc />
    public override string Database => Kept.Connection.Database;

    /// <inheritdoc />
    public override string DataSource => Kept.Connection.DataSource;

    /// <inheritdoc />
    public override string ServerVersion => Kept.Connection.ServerVersion;

    /// <inheritdoc />
    public override ConnectionState State => lent is null ? ConnectionState.Closed : ConnectionState.Open;

    /// <summary>The connection that this one stands for.</summary>
    public KeptConnection Kept => lent ?? throw new ObjectDisposedException(nameof(LentConnection));

    /// <summary>Begins a transaction; a deferred one takes no lock before it needs it.</summary>
    public SqliteTransaction Begin(bool deferred) => Kept.Begin(deferred);

    /// <inheritdoc />
    public override void Open()
    {
        // It is open as long as it is lent.
    }

    /// <inheritdoc />
    public override void Close()
    {
        if (lent is { } back)
        {
            lent = null;
            giveBack(back);
        }
    }

    /// <inheritdoc />
    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException("A store has one database.");

    /// <inheritdoc />
    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => Begin(deferred: false);

    /// <inheritdoc />
    protected override DbCommand CreateDbCommand() => new KeptStatement(this);

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Close();
        }

        base.Dispose(disposing);
    }
}
