using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace ContactGroup.Hosting.Storage.Sqlite;

/// <summary>A command that runs on a statement which its connection keeps; what was prepared once is only given new parameters.</summary>
internal sealed class KeptStatement(LentConnection lent) : DbCommand
{
    // Holds parameters until it is known which statement they are for: the text may still change after the first was added.
    private readonly SqliteCommand draft = new();
    private SqliteCommand? statement;
    private SqliteDataReader? reader;
    private int? timeout;

    /// <inheritdoc />
    [AllowNull]
    public override string CommandText { get; set; } = string.Empty;

    /// <inheritdoc />
    public override int CommandTimeout
    {
        get => timeout ?? lent.Kept.Connection.DefaultTimeout;
        set => timeout = value;
    }

    /// <inheritdoc />
    public override CommandType CommandType
    {
        get => CommandType.Text;
        set
        {
            if (value != CommandType.Text)
            {
                throw new NotSupportedException("The store knows statements only.");
            }
        }
    }

    /// <inheritdoc />
    public override bool DesignTimeVisible { get; set; }

    /// <inheritdoc />
    public override UpdateRowSource UpdatedRowSource { get; set; }

    /// <inheritdoc />
    protected override DbConnection? DbConnection
    {
        get => lent;
        set
        {
            if (!ReferenceEquals(value, lent))
            {
                throw new NotSupportedException("A statement stays with its connection.");
            }
        }
    }

    /// <inheritdoc />
    protected override DbParameterCollection DbParameterCollection => draft.Parameters;

    /// <summary>Whatever the connection is inside of: SQLite has one transaction for a connection.</summary>
    protected override DbTransaction? DbTransaction { get; set; }

    /// <inheritdoc />
    public override void Cancel()
    {
        // Nothing is under way while the caller has the thread.
    }

    /// <inheritdoc />
    public override void Prepare()
    {
        // It is prepared when it is first run, once.
    }

    /// <inheritdoc />
    public override int ExecuteNonQuery() => Run(static ready => ready.ExecuteNonQuery());

    /// <inheritdoc />
    public override object? ExecuteScalar() => Run(static ready => ready.ExecuteScalar());

    /// <inheritdoc />
    protected override DbParameter CreateDbParameter() => draft.CreateParameter();

    /// <inheritdoc />
    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) =>
        reader = Run(ready => ready.ExecuteReader(behavior & ~CommandBehavior.CloseConnection));

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            GiveBack();
            draft.Dispose();
        }

        base.Dispose(disposing);
    }

    private T Run<T>(Func<SqliteCommand, T> run)
    {
        GiveBack();
        var kept = lent.Kept;
        statement = kept.Take(CommandText);
        statement.CommandTimeout = CommandTimeout;
        foreach (SqliteParameter parameter in draft.Parameters)
        {
            // Without its sign a name is looked for under each sign there is.
            if (parameter.ParameterName is { Length: > 0 } name && name[0] is not ('@' or '$' or ':'))
            {
                parameter.ParameterName = "@" + name;
            }

            statement.Parameters.Add(parameter);
        }

        try
        {
            return run(statement);
        }
        catch
        {
            kept.IsBroken = true;
            statement.Dispose();
            statement = null;
            throw;
        }
    }

    // A statement that is not reset would hold its snapshot for whoever gets the connection next.
    private void GiveBack()
    {
        if (statement is not { } used)
        {
            return;
        }

        (statement, var open) = (null, reader);
        reader = null;
        open?.Dispose(); // When it fails the statement stays counted as in use, and the connection is not lent again.
        lent.Kept.Return(used);
    }
}
