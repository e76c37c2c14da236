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
    public static IEnumerable<JsonObject> Unanswered(Notification notification) => OfPresent(notification, Dispatching.Sent);

    /// <summary>Those, and lines of those whom the present version has not reached: somebody has to call them as well.</summary>
    public static IEnumerable<JsonObject> Silent(Notification notification) => OfPresent(notification, Dispatching.Sent, Dispatching.Queued, Dispatching.Failed);

    /// <summary>Lines of those whom the present version has not reached.</summary>
    public static IEnumerable<JsonObject> Unreached(Notification notification) => OfPresent(notification, Dispatching.Queued, Dispatching.Failed);

    /// <summary>When the version was sent, or was to be.</summary>
    public static DateTimeOffset SentAt(JsonObject line) => At(line, "at")!.Value;

    /// <summary>An instant in a line; null where there is none.</summary>
    public static DateTimeOffset? At(JsonObject line, string name) => (string?)line[name] is { } text
        ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)
        : null;

    private static IEnumerable<JsonObject> OfPresent(Notification notification, params string[] states) => (notification.Content[ContentNames.Dispatch] as JsonArray ?? [])
        .OfType<JsonObject>()
        .Where(line => states.Contains((string?)line["state"], StringComparer.Ordinal) && (int?)line["version"] == notification.Edition);
}
