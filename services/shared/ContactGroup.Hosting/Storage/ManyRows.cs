using System.Data.Common;
using System.Globalization;
using System.Text;
using ContactGroup.Hosting.Storage.Sqlite;

namespace ContactGroup.Hosting.Storage;

/// <summary>
/// Several rows at once. What a statement costs beside its rows is most of it: PostgreSQL gets one statement with all rows, which saves ways to the server;
/// SQLite, which is no way off, one kept statement that is given row after row.
/// </summary>
public static class ManyRows
{
    private const int MostParameters = 900;

    /// <summary>Inserts rows.</summary>
    /// <param name="connection">The connection, inside a transaction.</param>
    /// <param name="into">Table and columns, as in <c>held (stream, item)</c>; a constant of the program.</param>
    /// <param name="rows">For each row a value for each column, none of them null: text, numbers or bytes.</param>
    public static Task InsertAsync(this DbConnection connection, string into, IEnumerable<object[]> rows) =>
        RunAsync(connection, into, rows, end: string.Empty);

    /// <summary>Inserts rows; of those that are there already, changes them.</summary>
    /// <param name="connection">The connection, inside a transaction.</param>
    /// <param name="into">Table and columns; a constant of the program.</param>
    /// <param name="rows">For each row a value for each column, none of them null, and no row twice.</param>
    /// <param name="conflict">What to do then, from <c>ON CONFLICT</c> on; a constant of the program.</param>
    public static Task UpsertAsync(this DbConnection connection, string into, IEnumerable<object[]> rows, string conflict) =>
        RunAsync(connection, into, rows, " " + conflict);

    /// <summary>Inserts rows and gives the numbers that the store gave them.</summary>
    /// <param name="connection">The connection, inside a transaction.</param>
    /// <param name="into">Table and columns; a constant of the program.</param>
    /// <param name="rows">For each row a value for each column, none of them null.</param>
    /// <param name="key">The column by whose text the rows are told apart; a constant of the program.</param>
    /// <param name="number">The column of the number; a constant of the program.</param>
    public static async Task<IReadOnlyDictionary<string, long>> InsertAsync(
        this DbConnection connection, string into, IEnumerable<object[]> rows, string key, string number)
    {
        var numbers = new Dictionary<string, long>(StringComparer.Ordinal);
        if (connection is LentConnection lent)
        {
            lent.Kept.Insert($"INSERT INTO {into} VALUES ", rows, numbers.Add, $" RETURNING {key}, {number}");
            return numbers;
        }

        foreach (var few in Few(into, rows))
        {
            await using var command = Command(connection, into, few, $" RETURNING {key}, {number}");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                numbers.Add(reader.GetString(0), reader.GetInt64(1));
            }
        }

        return numbers;
    }

    private static async Task RunAsync(DbConnection connection, string into, IEnumerable<object[]> rows, string end)
    {
        if (connection is LentConnection lent)
        {
            lent.Kept.Insert($"INSERT INTO {into} VALUES ", rows, read: null, end);
            return;
        }

        foreach (var few in Few(into, rows))
        {
            await using var command = Command(connection, into, few, end);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static IEnumerable<object[][]> Few(string into, IEnumerable<object[]> rows) => rows.Chunk(MostParameters / into.Split(',').Length);

    private static DbCommand Command(DbConnection connection, string into, object[][] rows, string end)
    {
        var command = connection.CreateCommand();
        var text = new StringBuilder("INSERT INTO ").Append(into).Append(" VALUES ");
        foreach (var row in rows)
        {
            text.Append(command.Parameters.Count == 0 ? "(" : ", (");
            for (var column = 0; column < row.Length; column++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = "v" + command.Parameters.Count.ToString(CultureInfo.InvariantCulture);
                parameter.Value = row[column];
                text.Append(column == 0 ? "@" : ", @").Append(parameter.ParameterName);
                command.Parameters.Add(parameter);
            }

            text.Append(')');
        }

        command.CommandText = text.Append(end).ToString();
        return command;
    }
}
