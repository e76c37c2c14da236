using System.Data.Common;

namespace ContactGroup.Hosting.Storage;

/// <summary>
/// Rows that nobody needs before the commit: written at its end, by one way to the store for all units of work that commit together. INVARIANT: whoever asks the store
/// for such a row before that asks here first.
/// </summary>
internal sealed class LaterRows
{
    private readonly List<(string Into, object[] Row)> rows = [];

    public int Count => rows.Count;

    /// <summary>Adds a row.</summary>
    /// <param name="into">Table and columns, as in <see cref="ManyRows"/>; a constant of the program.</param>
    /// <param name="row">A value for each column, none of them null.</param>
    public void Add(string into, object[] row) => rows.Add((into, row));

    /// <summary>Adds the rows of another unit of work, behind those that are here.</summary>
    public void Add(LaterRows others) => rows.AddRange(others.rows);

    /// <summary>Forgets all but the first: what came after them was undone.</summary>
    public void CutBack(int count) => rows.RemoveRange(count, rows.Count - count);

    /// <summary>The row that is asked for; null when it is not here.</summary>
    public object[]? Find(string into, Predicate<object[]> isIt) =>
        rows.Find(one => string.Equals(one.Into, into, StringComparison.Ordinal) && isIt(one.Row)).Row;

    /// <summary>Writes them.</summary>
    public Task WriteAsync(DbConnection connection) => rows.Count == 0
        ? Task.CompletedTask
        : connection.InsertAsync([.. rows.GroupBy(one => one.Into, one => one.Row, StringComparer.Ordinal).Select(table => new NewRows(table.Key, [.. table]))]);
}
