using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Movements.Domain;

namespace ContactGroup.Movements.Data;

/// <summary>A notification at its present version, as the store has it.</summary>
internal sealed record NotificationRow(
    string Kind,
    string Item,
    string Channel,
    string Reference,
    string Origin,
    long Exercise,
    long Version,
    string Status,
    string Sensitivity,
    string Recipients,
    string Content)
{
    public static string Text<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);

    public static ItemOrigin OriginOf(string text) => JsonSerializer.Deserialize<ItemOrigin>(text, JsonSerializerOptions.Web)!;

    public Notification Read() => new(
        Kinds.Get(Kind),
        Item,
        Channel,
        Reference,
        OriginOf(Origin),
        Exercise == 1,
        (int)Version,
        Status,
        Enum.Parse<Sensitivity>(Sensitivity),
        Recipients.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        (JsonObject)JsonNode.Parse(Content)!);
}
