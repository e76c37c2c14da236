using System.Data.Common;
using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain.Records;

/// <summary>What recipients have acknowledged. INVARIANT: to whom it was shown, and the bytes of it, are not forgotten: a receipt is worth nothing without them.</summary>
internal static class Acknowledged
{
    public static async Task KeepAsync(DbConnection connection, ItemVersioned item)
    {
        if (NotificationRecord.Kinds.Contains(item.Kind, StringComparer.Ordinal) && HashesOf(item) is { Length: > 0 } hashes)
        {
            await SpanRows.KeepAsync(connection, item.Item, hashes);
        }
    }

    private static string[] HashesOf(ItemVersioned item) => [.. (item.Content["dispatch"] as JsonArray ?? [])
        .OfType<JsonObject>()
        .SelectMany(line => (JsonNode?[])[line["hash"], (line["earlier"] as JsonObject)?["hash"]])
        .OfType<JsonValue>()
        .Select(hash => hash.TryGetValue(out string? text) ? text : null)
        .OfType<string>()
        .Distinct(StringComparer.Ordinal)];
}
