using System.Globalization;
using System.Text.Json.Nodes;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Movements.Domain;

/// <summary>What several fields say together, old and new: that the least is there, the window, and whether the notification is late.</summary>
internal static class ContentRules
{
    private static readonly string[] Least = [ContentNames.Category, ContentNames.Mode, ContentNames.WindowStart, ContentNames.WindowEnd, ContentNames.Route, ContentNames.CallContact];
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(366);

    /// <summary>Checks the whole and marks what comes late.</summary>
    /// <param name="content">The content of the version.</param>
    /// <param name="said">The fields that were said with it.</param>
    /// <param name="options">The lead times.</param>
    /// <param name="now">The time of the command.</param>
    /// <param name="checks">Takes the faults.</param>
    public static void Check(JsonObject content, JsonObject said, MovementOptions options, DateTimeOffset now, FieldChecks checks)
    {
        foreach (var name in Least)
        {
            checks.That(content.ContainsKey(name), name, "A notification needs this field.");
        }

        if (checks.Failed)
        {
            return;
        }

        var (start, end) = (Instant(content, ContentNames.WindowStart), Instant(content, ContentNames.WindowEnd));
        checks.Order(ContentNames.WindowStart, start, ContentNames.WindowEnd, end);
        if (said.ContainsKey(ContentNames.WindowStart) || said.ContainsKey(ContentNames.WindowEnd))
        {
            checks.Instant(ContentNames.WindowEnd, end, now, now + Furthest);
        }

        MarkLate(content, said, start - now < options.LeadOf((string)content[ContentNames.Category]!, (string)content[ContentNames.Mode]!), checks);
    }

    // Only who says a window anew is asked: time that passes makes no notification late.
    private static void MarkLate(JsonObject content, JsonObject said, bool isShort, FieldChecks checks)
    {
        if (!said.ContainsKey(ContentNames.WindowStart))
        {
            return;
        }

        content[ContentNames.Late] = isShort;
        checks.That(
            !isShort || said.ContainsKey(ContentNames.LateReason),
            ContentNames.LateReason,
            "The window starts before the lead time has passed. Say why; the notification is then sent at once and marked late.");
    }

    private static DateTimeOffset Instant(JsonObject content, string name) =>
        DateTimeOffset.Parse((string)content[name]!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
