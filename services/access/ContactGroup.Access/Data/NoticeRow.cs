using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Access.Domain;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Items;

namespace ContactGroup.Access.Data;

/// <summary>A notice at its present version, as the store has it.</summary>
internal sealed record NoticeRow(
    string Item, string Channel, string Reference, string Origin, long Exercise, long Version, string Status, string Label, string Content)
{
    public static string Text<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);

    public static ItemOrigin OriginOf(string text) => JsonSerializer.Deserialize<ItemOrigin>(text, JsonSerializerOptions.Web)!;

    public Notice Read() => new(
        Item,
        Channel,
        Reference,
        OriginOf(Origin),
        Exercise == 1,
        (int)Version,
        Status,
        JsonSerializer.Deserialize<Label>(Label, JsonSerializerOptions.Web)!,
        (JsonObject)JsonNode.Parse(Content)!);
}
