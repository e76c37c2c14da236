using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain.Records;

/// <summary>
/// What a record is made of beside the versions, at one moment. INVARIANT: while nobody of the owner is in the room, neither who of the humanitarian side had it nor
/// since when is in it, nor in its state: who is in a room is for who is in it, and a removal ends that also for what a record is given for.
/// </summary>
/// <param name="Versions">How many versions there are.</param>
/// <param name="Exposure">The exposure report, as its owner reads it; of other sides alone while nobody of the owner is in the room.</param>
/// <param name="Releases">How far it went, as its owner reads it in its own view: what was taken back stands here with the reason.</param>
/// <param name="State">Stands for all of this and for the present version: while it is the same, a record made now says what the one before said.</param>
internal sealed record RecordSources(long Versions, IReadOnlyList<AudienceExposure> Exposure, IReadOnlyList<JsonObject> Releases, string State)
{
    public static async Task<RecordSources> ReadAsync(DbConnection connection, ItemVersioned item, DateTimeOffset now)
    {
        var origin = Rulings.OriginOf(item);
        var isOver = item.Expires <= now;
        var versions = await HistoryRows.CountAsync(connection, item.Item);
        var isInRoom = await RecordOwner.IsInRoomAsync(connection, item);
        var spans = (await SpanRows.OfItemAsync(connection, item.Item)).Where(span => isInRoom || !IsOwnSide(span)).ToList();
        var receivers = (await ReceiptRows.OfItemAsync(connection, item.Item)).Where(receiver => isInRoom || !IsOwnSide(receiver.Constituency)).ToList();
        var editions = (await EditionRows.OfItemAsync(connection, item.Item, now.ToMicroseconds())).Where(receiver => isInRoom || !IsOwnSide(receiver.Constituency)).ToList();
        var own = await StreamRows.ViewInAsync(
            connection, item.Channel, StreamScope.Organisation, Ownership.Subject(origin.Organisation!, origin.Audience), item.Item);
        var releases = own is null ? null : JsonNode.Parse(own)!["releases"] as JsonArray;

        // The own view also holds who of the own side acknowledged.
        var far = isInRoom ? own : JsonSerializer.SerializeToUtf8Bytes(releases);
        var state = JsonSerializer.SerializeToUtf8Bytes(new { item.Version, versions, isOver, spans, receivers, editions, own = far });
        return new RecordSources(
            versions,
            ExposureReport.For(origin, spans, receivers, editions, isOver),
            [.. (releases ?? []).Select(note => new JsonObject { ["kind"] = "release", ["note"] = note!.DeepClone() })],
            Convert.ToHexStringLower(SHA256.HashData(state)));
    }

    private static bool IsOwnSide(SpanRow span) => Audience.Parse(span.Subject).Side == Side.Humanitarian;

    private static bool IsOwnSide(long constituency) => ConstituencyNames.SideOf((Constituency)constituency) == Side.Humanitarian;
}
