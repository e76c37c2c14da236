using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ContactGroup.Hosting.Storage.Sqlite;

/// <summary>
/// An insert that is prepared once and given row after row by the places of its values. Goes past the provider, which looks every value up by its name for
/// every row: of what a post costs that was more than the rows themselves.
/// </summary>
internal sealed class RowStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public RowStatement(sqlite3 database, string text)
    {
        this.database = database;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, text, out statement), database);
    }

    /// <summary>Inserts one row.</summary>
    /// <param name="row">A value for each place.</param>
    /// <param name="read">Takes a text and a number that the row gives back; null when it gives none.</param>
    public void Insert(object[] row, Action<string, long>? read)
    {
        for (var place = 0; place < row.Length; place++)
        {
            Check(Bind(place + 1, row[place]));
        }

        int code;
        while ((code = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
        {
            read?.Invoke(raw.sqlite3_column_text(statement, 0).utf8_to_string(), raw.sqlite3_column_int64(statement, 1));
        }

        if (code != raw.SQLITE_DONE)
        {
            Check(code);
        }

        // Nothing of a row stays with the statement, nor a state of the store.
        Check(raw.sqlite3_reset(statement));
        Check(raw.sqlite3_clear_bindings(statement));
    }

    /// <inheritdoc />
    public void Dispose() => statement.Dispose();

    private int Bind(int place, object value) => value switch
    {
        string text => raw.sqlite3_bind_text(statement, place, text),
        byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
        long or int or short or byte or bool => raw.sqlite3_bind_int64(statement, place, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        double number => raw.sqlite3_bind_double(statement, place, number),
        _ => throw new ArgumentException($"A row holds text, numbers or bytes, not {value.GetType().Name}.", nameof(value)),
    };

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, database);
}
