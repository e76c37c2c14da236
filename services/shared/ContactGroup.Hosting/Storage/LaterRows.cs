using System.Data.Common;

namespace ContactGroup.Hosting.Storage;

/// <summary>
/// Rows that nobody needs before the commit: written at its end, by one way to the store for all units of work that commit together. INVARIANT: whoever asks the store
/// for such a row before that asks here first.
/// </summary>
internal sealed class LaterRows
{
    private readonly Dictionary<string, List<object[]>> tables = new(StringComparer.Ordinal);

    /// <summary>Adds a row.</summary>
    /// <param name="into">Table and columns, as in <see cref="ManyRows"/>; a constant of the program.</param>
    /// <param name="row">A value for each column, none of them null.</param>
    public void Add(string into, object[] row) => Of(into).Add(row);

    /// <summary>Adds the rows of another unit of work, behind those that are here.</summary>
    public void Add(LaterRows others)
    {
        foreach (var (into, rows) in others.tables)
        {
            Of(into).AddRange(rows);
        }
    }

    /// <summary>The row that is asked for; null when it is not here.</summary>
    public object[]? Find(string into, Predicate<object[]> isIt) => tables.TryGetValue(into, out var rows) ? rows.Find(isIt) : null;

    /// <summary>Writes them.</summary>
    public Task WriteAsync(DbConnection connection) => tables.Count == 0
        ? Task.CompletedTask
        : connection.InsertAsync([.. tables.Select(table => new NewRows(table.Key, table.Value))]);

    private List<object[]> Of(string into)
    {
        if (!tables.TryGetValue(into, out var rows))
        {
            tables[into] = rows = [];
        }

        return rows;
    }
}
