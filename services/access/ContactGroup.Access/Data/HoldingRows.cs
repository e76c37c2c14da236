using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Storage;
using Dapper;

namespace ContactGroup.Access.Data;

/// <summary>What release told of who holds a notice that was once taken back.</summary>
internal static class HoldingRows
{
    /// <summary>
    /// Keeps what was told, as of when it was heard; nothing of an item that is none of this service. INVARIANT: not as of when it happened: a figure that was
    /// published would change by what is heard of afterwards, and the difference would tell of it.
    /// </summary>
    public static Task<int> AddAsync(WriteScope scope, SideHoldingChanged told) => scope.Connection.ExecuteAsync(
        """
        INSERT INTO side_holdings (item, change, version, at)
        SELECT item, @Change, @Version, @at FROM notices WHERE item = @Item ON CONFLICT DO NOTHING
        """,
        new { told.Item, told.Change, told.Version, at = scope.Now.ToMicroseconds() });
}
