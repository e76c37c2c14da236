using System.Text.Json.Nodes;
using ContactGroup.Classification;

namespace ContactGroup.Release.Domain;

/// <summary>
/// Where an item stands with each of its recipients. INVARIANT: a recipient sees the line about itself and no other, so that two forces never learn of each
/// other, and nothing that was computed from what it may not see.
/// </summary>
internal static class Dispatches
{
    /// <summary>States that a recipient has said itself.</summary>
    private static readonly string[] Said = ["ACKNOWLEDGED", "QUERIED"];

    private const string Sent = "SENT";

    // What a recipient may see of its own line.
    private static readonly string[] ForTheRecipient = ["state", "version", "at", "cell", "query", "earlier", "reminders", "remindedAt", "escalatedAt", "late"];

    /// <summary>The lines that a reader gets; null when there are none.</summary>
    public static JsonNode? For(Audience reader, Audience origin, JsonNode lines)
    {
        if (AudienceKnowledge.IsOwnSide(origin, reader))
        {
            return lines.DeepClone();
        }

        var own = (lines as JsonArray ?? []).OfType<JsonObject>().Where(line => string.Equals((string?)line["to"], reader.ToString(), StringComparison.Ordinal));
        return own.Select(Unsaid).ToList() is { Count: > 0 } shown ? new JsonArray([.. shown]) : null;
    }

    // Who is shown a version has it: that it had waited for a coordinator, and when the owner's side heard that it does no longer, is told by acts that are hidden
    // from the recipient.
    private static JsonObject Unsaid(JsonObject line)
    {
        var shown = Own(line);
        if (!Said.Contains((string?)line["state"], StringComparer.Ordinal))
        {
            shown["state"] = Sent;
            shown.Remove("at");
            if ((string?)line["state"] != Sent)
            {
                shown.Remove("escalatedAt"); // Of a version that had not reached it.
            }
        }

        return shown;
    }

    private static JsonObject Own(JsonObject line) => new(ForTheRecipient.Where(line.ContainsKey).Select(name => KeyValuePair.Create(
        name, line[name] is JsonObject earlier ? Own(earlier) : line[name]?.DeepClone())));
}
