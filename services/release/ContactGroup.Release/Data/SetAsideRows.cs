using System.Data.Common;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Domain;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>Items that could not be looked at again.</summary>
internal static class SetAsideRows
{
    /// <summary>Takes the item from every audience without reading it, and remembers why.</summary>
    public static async Task AddAsync(WriteScope scope, string item, string reason)
    {
        var at = scope.Now.ToMicroseconds();
        var writer = new StreamAppender(scope, at);
        foreach (var held in await OfAudiencesAsync(scope.Connection, item))
        {
            await writer.RecallAsync(held.Stream, item, held);
        }

        await scope.Connection.ExecuteAsync(
            "INSERT INTO set_aside (item, reason, at) VALUES (@item, @reason, @at) ON CONFLICT (item) DO UPDATE SET reason = excluded.reason, at = excluded.at",
            new { item, reason, at });
    }

    public static async Task<IReadOnlyList<string>> AllAsync(DbConnection connection) =>
        (await connection.QueryAsync<string>("SELECT item FROM set_aside ORDER BY item")).AsList();

    public static Task<int> RemoveAsync(DbConnection connection, string item) =>
        connection.ExecuteAsync("DELETE FROM set_aside WHERE item = @item", new { item });

    private static async Task<IReadOnlyList<HeldRow>> OfAudiencesAsync(DbConnection connection, string item)
    {
        var held = await HeldRows.OfItemAsync(connection, item);
        var streams = await connection.QueryAsync<string>(
            "SELECT s.stream FROM held h JOIN streams s ON s.stream = h.stream WHERE h.item = @item AND s.scope = @scope",
            new { item, scope = (int)StreamScope.Audience });
        return [.. streams.Select(stream => held[stream])];
    }
}
