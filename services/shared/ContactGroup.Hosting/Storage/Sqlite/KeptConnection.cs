using System.Data;
using Microsoft.Data.Sqlite;

namespace ContactGroup.Hosting.Storage.Sqlite;

/// <summary>
/// An open connection that stays open between uses, with the statements that were run on it. Reading a statement's text and planning it costs SQLite more
/// than running it, and a store runs the same few dozen over and over.
/// </summary>
internal sealed class KeptConnection(SqliteConnection connection) : IDisposable
{
    /// <summary>How many statements are kept; beyond that all are let go, and those in use come back by themselves.</summary>
    private const int MostStatements = 256;

    private readonly Dictionary<string, SqliteCommand> idle = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RowStatement> rowStatements = new(StringComparer.Ordinal);
    private SqliteTransaction? transaction;
    private int inUse;

    /// <summary>The connection itself.</summary>
    public SqliteConnection Connection => connection;

    /// <summary>Whether something failed on it: then nobody else gets it, since it may be in any state.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Whether it can be given to the next who asks: whole, inside no transaction, with no statement that still holds a state of the store.</summary>
    public bool IsClean => !IsBroken && inUse == 0 && connection.State == ConnectionState.Open && transaction?.Connection is null;

    /// <summary>Whether SQLite itself is inside a transaction: on a full disk it ends one without being asked.</summary>
    public bool IsInTransaction => SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle!) == 0;

    /// <summary>How many statements were run on it that may have changed something. SQLite's own number leaves out changed tables, and some that were emptied.</summary>
    public long Changes { get; private set; }

    /// <summary>Begins a transaction.</summary>
    public SqliteTransaction Begin(bool deferred)
    {
        try
        {
            return transaction = connection.BeginTransaction(deferred);
        }
        catch
        {
            IsBroken = true;
            throw;
        }
    }

    /// <summary>A statement for one use, without parameters; one that is in use is made a second time.</summary>
    public SqliteCommand Take(string text)
    {
        if (!idle.Remove(text, out var statement))
        {
            statement = connection.CreateCommand();
            statement.CommandText = text;
        }

        inUse++;
        Changes += Statements.MayChange(text) ? 1 : 0;
        statement.Transaction = transaction?.Connection is null ? null : transaction;
        return statement;
    }

    /// <summary>Takes a statement back after its use.</summary>
    public void Return(SqliteCommand statement)
    {
        inUse--;
        statement.Parameters.Clear(); // What was asked for is nothing to the next use.
        if (idle.ContainsKey(statement.CommandText))
        {
            statement.Dispose();
            return;
        }

        if (idle.Count == MostStatements)
        {
            Forget();
        }

        idle.Add(statement.CommandText, statement);
    }

    /// <summary>Inserts rows by one kept statement.</summary>
    /// <param name="start">The statement up to its values; a constant of the program.</param>
    /// <param name="rows">For each row a value for each column.</param>
    /// <param name="read">Takes a text and a number that each row gives back; null when none is asked for.</param>
    /// <param name="end">The statement after its values.</param>
    public void Insert(string start, IEnumerable<object[]> rows, Action<string, long>? read, string end = "")
    {
        string? text = null;
        Changes++;
        try
        {
            foreach (var row in rows)
            {
                text ??= $"{start}({string.Join(", ", Enumerable.Repeat("?", row.Length))}){end}";
                StatementFor(text).Insert(row, read);
            }
        }
        catch
        {
            // In the middle of a row it would stand in the way of undoing it.
            if (text is not null && rowStatements.Remove(text, out var left))
            {
                left.Dispose();
            }

            IsBroken = true;
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Forget();
        connection.Dispose();
    }

    private RowStatement StatementFor(string text)
    {
        if (!rowStatements.TryGetValue(text, out var statement))
        {
            rowStatements[text] = statement = new RowStatement(connection.Handle!, text);
        }

        return statement;
    }

    private void Forget()
    {
        foreach (var statement in rowStatements.Values)
        {
            statement.Dispose();
        }

        rowStatements.Clear();
        foreach (var statement in idle.Values)
        {
            statement.Dispose();
        }

        idle.Clear();
    }
}
