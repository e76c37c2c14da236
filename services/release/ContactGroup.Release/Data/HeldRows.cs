using System.Data.Common;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>What each stream's readers hold of an item now.</summary>
internal static class HeldRows
{
    public static async Task<Dictionary<string, HeldRow>> OfItemAsync(DbConnection connection, string item)
    {
        var rows = await connection.QueryAsync<HeldRow>(
            """
            SELECT h.stream AS Stream, h.view AS ViewId, v.sameness AS Hash, h.disclosure AS Disclosure, h.revision AS Revision, v.caveats AS Caveats, h.changed AS Changed
            FROM held h JOIN views v ON v.view = h.view WHERE h.item = @item
            """,
            new { item });
        return rows.ToDictionary(row => row.Stream, StringComparer.Ordinal);
    }

    /// <summary>What one stream's readers hold of an item; null when nothing.</summary>
    public static Task<HeldRow?> InStreamAsync(DbConnection connection, string stream, string item) => connection.QuerySingleOrDefaultAsync<HeldRow?>(
        """
        SELECT h.stream AS Stream, h.view AS ViewId, v.sameness AS Hash, h.disclosure AS Disclosure, h.revision AS Revision, v.caveats AS Caveats, h.changed AS Changed
        FROM held h JOIN views v ON v.view = h.view WHERE h.stream = @stream AND h.item = @item
        """,
        new { stream, item });

    public static async Task<HashSet<string>> StreamsHoldingAsync(DbConnection connection, string item)
    {
        var streams = await connection.QueryAsync<string>("SELECT stream FROM held WHERE item = @item", new { item });
        return streams.ToHashSet(StringComparer.Ordinal);
    }
}

/// <summary>What one stream's readers hold of an item.</summary>
internal sealed record HeldRow(string Stream, long ViewId, string Hash, long Disclosure, long Revision, long Caveats, string? Changed);
