using System.Data.Common;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>What was told last of an item that was taken back from the side of its author.</summary>
/// <param name="Version">The version that the whole side holds; null when it holds none.</param>
/// <param name="Change">How many times it was told.</param>
internal sealed record SideHoldingRow(long? Version, long Change);

/// <summary>Which version of an item the whole side of its author holds, as it was told to the service that counts.</summary>
internal static class SideHoldingRows
{
    public static Task<SideHoldingRow?> FindAsync(DbConnection connection, string item) => connection.QuerySingleOrDefaultAsync<SideHoldingRow?>(
        "SELECT version AS Version, change AS Change FROM side_holdings WHERE item = @item", new { item });

    public static Task<int> SaveAsync(DbConnection connection, string item, SideHoldingRow holding) => connection.ExecuteAsync(
        """
        INSERT INTO side_holdings (item, version, change) VALUES (@item, @Version, @Change)
        ON CONFLICT (item) DO UPDATE SET version = excluded.version, change = excluded.change
        """,
        new { item, holding.Version, holding.Change });
}
