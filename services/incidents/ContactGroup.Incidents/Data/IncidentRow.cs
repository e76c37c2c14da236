using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Items;
using ContactGroup.Incidents.Domain;

namespace ContactGroup.Incidents.Data;

/// <summary>An incident at its present version, as the store has it.</summary>
internal sealed record IncidentRow(
    string Item,
    string Channel,
    string Reference,
    string Origin,
    long Exercise,
    long Version,
    string Status,
    string Label,
    long Protection,
    string Derived,
    string Content)
{
    public static string Text<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);

    public static ItemOrigin OriginOf(string text) => JsonSerializer.Deserialize<ItemOrigin>(text, JsonSerializerOptions.Web)!;

    public Incident Read() => new(
        Item,
        Channel,
        Reference,
        OriginOf(Origin),
        Exercise == 1,
        (int)Version,
        Status,
        JsonSerializer.Deserialize<Label>(Label, JsonSerializerOptions.Web)!,
        Protection == 1,
        Derived.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        (JsonObject)JsonNode.Parse(Content)!);
}
