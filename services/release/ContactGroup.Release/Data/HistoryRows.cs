using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Domain;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>Every version of an item as its owner's organisation saw it. For nobody else: what others held before is scrubbed.</summary>
internal static class HistoryRows
{
    /// <summary>Adds a version to what is written next; one that is there already stays as it is.</summary>
    public static void Add(FirstViews views, ItemVersioned item, ItemView view)
    {
        var fields = JsonNode.Parse(view.Body)!["fields"]!;
        ShownFile.Unname(fields);
        views.Add(
            "history (item, version, at, status, fields)",
            [item.Item, item.Version, item.At.ToMicroseconds(), item.Status, JsonSerializer.SerializeToUtf8Bytes(fields, ViewJson.Options)],
            "ON CONFLICT DO NOTHING");
    }

    public static async Task<IReadOnlyList<HistoryRow>> OfItemAsync(DbConnection connection, string item)
    {
        var rows = await connection.QueryAsync<HistoryRow>(
            "SELECT version AS Version, at AS At, status AS Status, fields AS Fields FROM history WHERE item = @item ORDER BY version LIMIT 500", new { item });
        return rows.AsList();
    }

    /// <summary>The next versions after one, oldest first.</summary>
    public static async Task<IReadOnlyList<HistoryRow>> AfterAsync(DbConnection connection, string item, long after, int most)
    {
        var rows = await connection.QueryAsync<HistoryRow>(
            """
            SELECT version AS Version, at AS At, status AS Status, fields AS Fields FROM history
            WHERE item = @item AND version > @after ORDER BY version LIMIT @most
            """,
            new { item, after, most });
        return rows.AsList();
    }

    /// <summary>The version before the latest so many; 0 when there are no more than those.</summary>
    public static async Task<long> BeforeLatestAsync(DbConnection connection, string item, int latest) =>
        await connection.QuerySingleOrDefaultAsync<long?>(
            "SELECT version FROM history WHERE item = @item ORDER BY version DESC LIMIT 1 OFFSET @latest", new { item, latest }) ?? 0;

    public static Task<long> CountAsync(DbConnection connection, string item) =>
        connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM history WHERE item = @item", new { item });
}

/// <summary>One version as its owner saw it.</summary>
internal sealed record HistoryRow(long Version, long At, string Status, byte[] Fields);
