using System.Data.Common;
using System.Globalization;
using System.Text;
using Dapper;

namespace ContactGroup.Hosting.Storage;

/// <summary>
/// Several rows by one statement: what a statement costs beside its rows is most of it. The same number of rows gives the same text, so that a store keeps
/// the statement.
/// </summary>
public static class ManyRows
{
    private const int MostParameters = 900;

    /// <summary>Inserts rows.</summary>
    /// <param name="connection">The connection, inside a transaction.</param>
    /// <param name="into">Table and columns, as in <c>held (stream, item)</c>; a constant of the program.</param>
    /// <param name="rows">For each row a value for each column, none of them null.</param>
    public static async Task InsertAsync(this DbConnection connection, string into, IEnumerable<object[]> rows)
    {
        foreach (var (text, parameters) in Statements(into, rows, returning: null))
        {
            await connection.ExecuteAsync(text, parameters);
        }
    }

    /// <summary>Inserts rows; of those that are there already, changes them.</summary>
    /// <param name="connection">The connection, inside a transaction.</param>
    /// <param name="into">Table and columns; a constant of the program.</param>
    /// <param name="rows">For each row a value for each column, none of them null, and no row twice.</param>
    /// <param name="conflict">What to do then, from <c>ON CONFLICT</c> on; a constant of the program.</param>
    public static async Task UpsertAsync(this DbConnection connection, string into, IEnumerable<object[]> rows, string conflict)
    {
        foreach (var (text, parameters) in Statements(into, rows, returning: null))
        {
            await connection.ExecuteAsync(text + " " + conflict, parameters);
        }
    }

    /// <summary>Inserts rows and gives what the store made of them, in any order.</summary>
    /// <param name="connection">The connection, inside a transaction.</param>
    /// <param name="into">Table and columns; a constant of the program.</param>
    /// <param name="rows">For each row a value for each column, none of them null.</param>
    /// <param name="returning">Which columns to give; a constant of the program.</param>
    public static async Task<IReadOnlyList<T>> InsertAsync<T>(this DbConnection connection, string into, IEnumerable<object[]> rows, string returning)
    {
        var made = new List<T>();
        foreach (var (text, parameters) in Statements(into, rows, returning))
        {
            made.AddRange(await connection.QueryAsync<T>(text, parameters));
        }

        return made;
    }

    private static IEnumerable<(string Text, DynamicParameters Parameters)> Statements(string into, IEnumerable<object[]> rows, string? returning)
    {
        foreach (var few in rows.Chunk(MostParameters / into.Split(',').Length))
        {
            var text = new StringBuilder("INSERT INTO ").Append(into).Append(" VALUES ");
            var parameters = new DynamicParameters();
            var count = 0;
            foreach (var row in few)
            {
                text.Append(count == 0 ? "(" : ", (");
                for (var column = 0; column < row.Length; column++)
                {
                    var name = "v" + (count++).ToString(CultureInfo.InvariantCulture);
                    text.Append(column == 0 ? "@" : ", @").Append(name);
                    parameters.Add(name, row[column]);
                }

                text.Append(')');
            }

            yield return ((returning is null ? text : text.Append(" RETURNING ").Append(returning)).ToString(), parameters);
        }
    }
}
