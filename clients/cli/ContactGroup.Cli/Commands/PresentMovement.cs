using System.Text.Json.Nodes;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary>A movement of the own organisation as the draft of its next version, to be previewed.</summary>
internal static class PresentMovement
{
    /// <summary>What the server writes itself, or is said by another command.</summary>
    private static readonly string[] Written = ["notice", "state", "stateReason", "late", "organisation", "notifiedBy"];

    /// <summary>The fields of a movement with what is changed of them. Who was named stays named, as consent was given.</summary>
    public static JsonObject Content(Item item, JsonObject changes)
    {
        var content = new JsonObject();
        foreach (var (name, value) in item.Fields.Where(field => !Written.Contains(field.Key, StringComparer.Ordinal)))
        {
            content[name] = JsonNode.Parse(value.GetRawText());
        }

        content["recipients"] = new JsonArray([.. (content["recipients"] as JsonArray ?? [])
            .Select(audience => new JsonObject { ["audience"] = audience?.DeepClone(), ["consent"] = true })]);
        foreach (var (name, value) in changes)
        {
            content[name] = value?.DeepClone();
        }

        return content;
    }
}
