using System.Data.Common;
using ContactGroup.Contracts.Items;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>Audiences that would get more of an item than its author was shown.</summary>
internal static class UnconfirmedRows
{
    public static async Task<HashSet<string>> OfItemAsync(DbConnection connection, string item)
    {
        var audiences = await connection.QueryAsync<string>("SELECT audience FROM unconfirmed WHERE item = @item", new { item });
        return audiences.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Puts these in the place of those that an earlier version left.</summary>
    public static async Task ReplaceAsync(DbConnection connection, ItemVersioned version, IReadOnlyCollection<string> audiences)
    {
        var item = version.Item;
        if (version.Version > 1)
        {
            await connection.ExecuteAsync("DELETE FROM unconfirmed WHERE item = @item", new { item });
        }

        await connection.ExecuteAsync(
            "INSERT INTO unconfirmed (item, audience) VALUES (@item, @audience)", audiences.Select(audience => new { item, audience }));
    }
}
