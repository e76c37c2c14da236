using System.Text.Json.Nodes;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary>An item of the own organisation as the draft of its next version, to be previewed.</summary>
internal static class PresentItem
{
    /// <summary>What the server writes itself, or is no part of a draft.</summary>
    private static readonly string[] Written =
        ["hazard", "verification", "corrections", "correctionReason", "reportedAt", "organisation", "reportedBy", "timeKnown", "attachments",
     "state", "stateNote", "endedAt", "raisedBy", "severityBefore", "severitySince", "followUpDueSince"];

    private static readonly string[] Days = ["occurredAt", "occurredUntil"];

    /// <summary>The release set behind an item, as far as its release states tell.</summary>
    public static IReadOnlyList<string> ReleaseTo(Item item)
    {
        string[] reached = [.. (item.Releases ?? []).Where(release => release.State is not "withheld").Select(release => AtomOf(release.Audience))];
        return reached.Length == 0 ? ["own-organisation"] : ["own-side", .. reached];
    }

    /// <summary>The fields of a report with what is changed of them.</summary>
    public static JsonObject Content(Item item, JsonObject changes)
    {
        var content = new JsonObject();
        foreach (var (name, value) in item.Fields.Where(field => !Written.Contains(field.Key, StringComparer.Ordinal)))
        {
            content[name] = JsonNode.Parse(value.GetRawText());
        }

        DaysOnly(item, content);
        foreach (var name in (changes["clear"] as JsonArray ?? []).Select(field => field?.GetValue<string>()).OfType<string>())
        {
            content.Remove(name);
        }

        foreach (var (name, value) in changes.Where(change => change.Key is not ("clear" or "reason" or "ifVersion")))
        {
            content[name] = value?.DeepClone();
        }

        return content;
    }

    // A day that was given without a time is shown as an instant; as a draft it is a day again.
    private static void DaysOnly(Item item, JsonObject content)
    {
        if (!item.Fields.TryGetValue("timeKnown", out var known) || known.ValueKind is not System.Text.Json.JsonValueKind.False)
        {
            return;
        }

        foreach (var name in Days.Where(name => content[name] is JsonValue))
        {
            content[name] = content[name]!.GetValue<string>()[..10];
        }
    }

    private static string AtomOf(string audience) => audience is "side:humanitarian" ? "humanitarian" : audience;
}
