using System.Data.Common;
using System.Text.Json;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Storage;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>The items themselves, whole, as their services wrote them. Nothing here is ever read for a participant.</summary>
internal static class ItemRows
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Stores the version unless it is not newer than the one that is there: null then, otherwise whether items that are there already reply or link to it.</summary>
    public static async Task<bool?> UpsertAsync(DbConnection connection, ItemVersioned item) => await connection.QuerySingleOrDefaultAsync<long?>(
        """
        INSERT INTO items (item, channel, version, parent, organisation, expires_at, expired, payload)
        VALUES (@Item, @Channel, @Version, @parent, @organisation, @expires, 0, @payload)
        ON CONFLICT (item) DO UPDATE SET version = excluded.version, parent = excluded.parent, expires_at = excluded.expires_at,
            expired = 0, payload = excluded.payload
        WHERE items.version < excluded.version AND items.channel = excluded.channel AND items.organisation = excluded.organisation
        RETURNING CASE WHEN EXISTS (SELECT 1 FROM items AS replies WHERE replies.parent = @Item) THEN 1 ELSE 0 END
        """,
        new
        {
            item.Item,
            item.Channel,
            item.Version,
            parent = ParentOf(item),
            organisation = item.Origin.Organisation,
            expires = item.Expires?.ToMicroseconds(),
            payload = Write(item),
        }) is { } replies ? replies == 1 : null;

    /// <summary>
    /// Stores first versions that stand alone and do not expire, each of another item, by one statement. Of those that nothing was there of: whether items that are
    /// there already reply or link to it. The others were overtaken, and are left as they are.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, bool>> AddAsync(DbConnection connection, IReadOnlyList<ItemVersioned> firsts)
    {
        var added = await connection.InsertAsync(
            "items (item, channel, version, organisation, expired, payload)",
            firsts.Select(item => (object[])[item.Item, item.Channel, item.Version, item.Origin.Organisation, 0, Write(item)]),
            "item",
            "CASE WHEN EXISTS (SELECT 1 FROM items AS replies WHERE replies.parent = items.item) THEN 1 ELSE 0 END",
            "ON CONFLICT (item) DO NOTHING");
        return added.ToDictionary(one => one.Key, one => one.Value == 1, StringComparer.Ordinal);
    }

    /// <summary>The item this one replies or links to, if any. INVARIANT: of several there is one, the first by the schema, and no other is ever shown.</summary>
    public static string? ParentOf(ItemVersioned item) =>
        ItemSchemas.Find(item.Kind)?.ReferenceIn(item.Content) is { } field ? item.Content[field.Name]!.GetValue<string>() : null;

    /// <summary>Whether the time of this version was found to be over before.</summary>
    public static async Task<bool> HasExpiredAsync(DbConnection connection, ItemVersioned item) =>
        await connection.ExecuteScalarAsync<long>(
            "SELECT COUNT(*) FROM items WHERE item = @Item AND version = @Version AND expired = 1", new { item.Item, item.Version }) > 0;

    public static async Task<ItemVersioned?> FindAsync(DbConnection connection, string item)
    {
        var payload = await connection.QuerySingleOrDefaultAsync<byte[]>("SELECT payload FROM items WHERE item = @item", new { item });
        return payload is null ? null : Read(payload);
    }

    /// <summary>The item when it is one of the organisation. Asked of the store, so that no item of others is read for it.</summary>
    public static async Task<ItemVersioned?> OfOrganisationAsync(DbConnection connection, string item, string organisation)
    {
        var payload = await connection.QuerySingleOrDefaultAsync<byte[]>(
            "SELECT payload FROM items WHERE item = @item AND organisation = @organisation", new { item, organisation });
        return payload is null ? null : Read(payload);
    }

    public static async Task<IReadOnlyList<ItemVersioned>> ChildrenAsync(DbConnection connection, string parent)
    {
        var payloads = await connection.QueryAsync<byte[]>("SELECT payload FROM items WHERE parent = @parent ORDER BY ord", new { parent });
        return [.. payloads.Select(Read)];
    }

    /// <summary>A page of a channel's items, not read yet: one that cannot be read must not stop the others.</summary>
    public static async Task<IReadOnlyList<(long Ord, string Item, byte[] Payload)>> PageAsync(DbConnection connection, string channel, long after, int limit)
    {
        var rows = await connection.QueryAsync<(long Ord, string Item, byte[] Payload)>(
            "SELECT ord, item, payload FROM items WHERE channel = @channel AND ord > @after ORDER BY ord LIMIT @limit", new { channel, after, limit });
        return rows.AsList();
    }

    public static ItemVersioned Read(byte[] payload) => JsonSerializer.Deserialize<ItemVersioned>(payload, Json)!;

    public static byte[] Write(ItemVersioned item) => JsonSerializer.SerializeToUtf8Bytes(item, Json);
}
