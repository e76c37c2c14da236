using System.Data.Common;
using System.Globalization;
using ContactGroup.Hosting.Storage.Sqlite;

namespace ContactGroup.Hosting.Storage;

/// <summary>
/// Several rows at once. What a statement costs beside its rows is most of it: PostgreSQL gets one statement with a list for each column, the same text however many
/// rows there are (some thousands at a time), and those of several tables on one way; SQLite, which is no way off, one kept statement that is given row after row.
/// </summary>
public static class ManyRows
{
    private const int MostRows = 5_000;

    /// <summary>Inserts rows.</summary>
    /// <param name="connection">The connection, inside a transaction.</param>
    /// <param name="into">Table and columns, as in <c>held (stream, item)</c>; a constant of the program.</param>
    /// <param name="rows">For each row a value for each column, none of them null: text, numbers or bytes.</param>
    public static Task InsertAsync(this DbConnection connection, string into, IEnumerable<object[]> rows) =>
        connection.InsertAsync([new NewRows(into, [.. rows])]);

    /// <summary>Inserts rows; of those that are there already, changes them.</summary>
    /// <param name="connection">The connection, inside a transaction.</param>
    /// <param name="into">Table and columns; a constant of the program.</param>
    /// <param name="rows">For each row a value for each column, none of them null, and no row twice.</param>
    /// <param name="conflict">What to do then, from <c>ON CONFLICT</c> on; a constant of the program.</param>
    public static Task UpsertAsync(this DbConnection connection, string into, IEnumerable<object[]> rows, string conflict) =>
        connection.InsertAsync([new NewRows(into, [.. rows], conflict)]);

    /// <summary>Inserts rows into several tables, one table after another.</summary>
    /// <param name="connection">The connection, inside a transaction.</param>
    /// <param name="tables">The rows of each.</param>
    public static async Task InsertAsync(this DbConnection connection, IReadOnlyList<NewRows> tables)
    {
        if (connection is LentConnection lent)
        {
            foreach (var table in tables)
            {
                lent.Kept.Insert($"INSERT INTO {table.Into} VALUES ", table.Rows, read: null, table.Conflict.Length == 0 ? string.Empty : " " + table.Conflict);
            }

            return;
        }

        await using var command = connection.CreateCommand();
        var statements = tables.SelectMany(table => table.Rows.Chunk(MostRows).Select(few => Statement(command, table.Into, few, table.Conflict))).ToList();
        if (statements.Count > 0)
        {
            command.CommandText = string.Join("; ", statements);
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Inserts rows and gives the numbers that the store gave them.</summary>
    /// <param name="connection">The connection, inside a transaction.</param>
    /// <param name="into">Table and columns; a constant of the program.</param>
    /// <param name="rows">For each row a value for each column, none of them null.</param>
    /// <param name="key">The column, or an expression of columns, by whose text the rows are told apart; a constant of the program.</param>
    /// <param name="number">The column of the number; a constant of the program.</param>
    /// <param name="conflict">What to do with rows that are there already, from <c>ON CONFLICT</c> on; one that is left as it is gives nothing back. A constant of the program.</param>
    public static async Task<IReadOnlyDictionary<string, long>> InsertAsync(
        this DbConnection connection, string into, IEnumerable<object[]> rows, string key, string number, string conflict = "")
    {
        var numbers = new Dictionary<string, long>(StringComparer.Ordinal);
        if (connection is LentConnection lent)
        {
            lent.Kept.Insert($"INSERT INTO {into} VALUES ", rows, numbers.Add, $" {conflict} RETURNING {key}, {number}");
            return numbers;
        }

        foreach (var few in rows.Chunk(MostRows))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Statement(command, into, few, $"{conflict} RETURNING {key}, {number}");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                numbers.Add(reader.GetString(0), reader.GetInt64(1));
            }
        }

        return numbers;
    }

    /// <summary>Gives a statement a value, or on PostgreSQL a list of values, for a name.</summary>
    public static void Give(this DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    private static string Statement(DbCommand command, string into, object[][] rows, string end)
    {
        var lists = Enumerable.Range(0, rows[0].Length).Select(column =>
        {
            var name = "v" + command.Parameters.Count.ToString(CultureInfo.InvariantCulture);
            command.Give(name, Column(rows, column));
            return "@" + name;
        });
        return $"INSERT INTO {into} SELECT * FROM unnest({string.Join(", ", lists)}) {end}";
    }

    private static Array Column(object[][] rows, int column) => rows[0][column] switch
    {
        string => Array.ConvertAll(rows, row => (string)row[column]),
        byte[] => Array.ConvertAll(rows, row => (byte[])row[column]),
        long or int or short or byte or bool => Array.ConvertAll(rows, row => Convert.ToInt64(row[column], CultureInfo.InvariantCulture)),
        double => Array.ConvertAll(rows, row => (double)row[column]),
        var value => throw new ArgumentException($"A row holds text, numbers or bytes, not {value.GetType().Name}.", nameof(rows)),
    };
}

/// <summary>Rows of one table that are to be written.</summary>
/// <param name="Into">Table and columns, as in <c>held (stream, item)</c>; a constant of the program.</param>
/// <param name="Rows">For each row a value for each column, none of them null: text, numbers or bytes.</param>
/// <param name="Conflict">What to do with those that are there already, from <c>ON CONFLICT</c> on; empty when there are none. A constant of the program.</param>
public sealed record NewRows(string Into, IReadOnlyList<object[]> Rows, string Conflict = "");
