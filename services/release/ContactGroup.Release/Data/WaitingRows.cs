using System.Data.Common;
using ContactGroup.Contracts.Items;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>Items whose channel is not known here yet, or not as far as their writers knew it.</summary>
internal static class WaitingRows
{
    public static Task<int> AddAsync(DbConnection connection, ItemVersioned item) =>
        connection.ExecuteAsync("INSERT INTO waiting (channel, payload) VALUES (@Channel, @payload)", new { item.Channel, payload = ItemRows.Write(item) });

    public static async Task<IReadOnlyList<ItemVersioned>> TakeAsync(DbConnection connection, string channel)
    {
        var payloads = await connection.QueryAsync<byte[]>("SELECT payload FROM waiting WHERE channel = @channel ORDER BY id", new { channel });
        var items = payloads.Select(ItemRows.Read).ToList();
        await connection.ExecuteAsync("DELETE FROM waiting WHERE channel = @channel", new { channel });
        return items;
    }
}
