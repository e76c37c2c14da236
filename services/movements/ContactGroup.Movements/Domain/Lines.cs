using System.Globalization;
using System.Text.Json.Nodes;

namespace ContactGroup.Movements.Domain;

/// <summary>The lines of recipients that say nothing of the present version yet.</summary>
internal static class Lines
{
    public const string Reminders = "reminders";
    public const string RemindedAt = "remindedAt";
    public const string EscalatedAt = "escalatedAt";

    /// <summary>Lines of those who were sent the present version and have neither acknowledged it nor asked about it.</summary>
    public static IEnumerable<JsonObject> Unanswered(Notification notification) => (notification.Content[ContentNames.Dispatch] as JsonArray ?? [])
        .OfType<JsonObject>()
        .Where(line => (string?)line["state"] == Dispatching.Sent && (int?)line["version"] == notification.Edition);

    /// <summary>When the version was sent.</summary>
    public static DateTimeOffset SentAt(JsonObject line) => At(line, "at")!.Value;

    /// <summary>An instant in a line; null where there is none.</summary>
    public static DateTimeOffset? At(JsonObject line, string name) => (string?)line[name] is { } text
        ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)
        : null;
}
