using System.Globalization;
using System.Text.Json.Nodes;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Movements.Domain.Movements;

/// <summary>What several fields say together, old and new: that the least is there, the window with the stops in it, and whether the notification is late.</summary>
internal static class ContentRules
{
    private static readonly string[] Least = [ContentNames.Category, ContentNames.Mode, ContentNames.WindowStart, ContentNames.WindowEnd, ContentNames.Route, ContentNames.CallContact];

    // What is decided before a movement can be said to come too late.
    private static readonly string[] Timely = [ContentNames.WindowStart, ContentNames.Category, ContentNames.Mode];
    private static readonly string[] Ways = [ContentNames.Route, ContentNames.RouteGeometry, ContentNames.AlternateRoutes];
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(366);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    // Who is on the way already notifies all the same; what began before yesterday is no notification.
    private static readonly TimeSpan Earliest = TimeSpan.FromHours(24);

    /// <summary>Checks the whole and marks what comes late.</summary>
    /// <param name="before">The content of the version before; null when this is the first.</param>
    /// <param name="content">The content of the version.</param>
    /// <param name="said">The fields that were said with it.</param>
    /// <param name="options">The lead times.</param>
    /// <param name="now">The time of the command.</param>
    /// <param name="checks">Takes the faults.</param>
    public static void Check(JsonObject? before, JsonObject content, JsonObject said, MovementOptions options, DateTimeOffset now, FieldChecks checks)
    {
        foreach (var name in Least)
        {
            checks.That(content.ContainsKey(name), name, "A notification needs this field.");
        }

        if (!checks.Failed)
        {
            CheckWindow(content, said, now, checks);
            StopTimes.Check(content, said, checks);
            StaffTotal.Check(before, content, said, checks);
            Escorts.Check(content, said, checks);
            Carried.CheckNone(content, said, checks);
            RouteLines.Check(content, said, before, checks);
        }

        if (!checks.Failed && !(States.IsOpen((string)content[ContentNames.State]!) && MarkLate(before, content, options, now, checks)))
        {
            LatePerParty.ForgetUnnamed(content, options, now);
        }
    }

    /// <summary>An instant as it is stored.</summary>
    public static DateTimeOffset Instant(JsonObject content, string name) => Instant(content[name])!.Value;

    /// <summary>An instant as it is stored; null where there is none.</summary>
    public static DateTimeOffset? Instant(JsonNode? value) => value is null
        ? null
        : DateTimeOffset.Parse((string)value!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static void CheckWindow(JsonObject content, JsonObject said, DateTimeOffset now, FieldChecks checks)
    {
        var (start, end) = (Instant(content, ContentNames.WindowStart), Instant(content, ContentNames.WindowEnd));
        checks.That(start < end, ContentNames.WindowEnd, "The window has no length; give an instant after windowStart.");
        checks.That(end - start <= Longest, ContentNames.WindowEnd, "A window is at most 31 days long; notify the parts of a longer movement.");
        if (said.ContainsKey(ContentNames.WindowStart))
        {
            checks.Instant(ContentNames.WindowStart, start, earliest: now - Earliest);
        }

        if (said.ContainsKey(ContentNames.WindowStart) || said.ContainsKey(ContentNames.WindowEnd))
        {
            checks.Instant(ContentNames.WindowEnd, end, now, now + Furthest);
        }
    }

    // Time that passes makes no notification late; another window, category or mode may, and asks for a reason. Another route so shortly before the start is
    // marked as well, and holds nobody up with a question: a correction has to go out in seconds. INVARIANT: what is said again and is the same marks nobody; nothing
    // is sent anew with it, so that the line of a party would not say what its owner is told. False when what was marked stays.
    private static bool MarkLate(JsonObject? before, JsonObject content, MovementOptions options, DateTimeOffset now, FieldChecks checks)
    {
        var isAsked = Timely.Any(IsAnother);
        if (!isAsked && !Ways.Any(IsAnother))
        {
            return false;
        }

        var isLate = LatePerParty.Note(content, options, left: Instant(content, ContentNames.WindowStart) - now);
        LatePerParty.Mark(content, isLate);
        checks.That(
            !isLate || !isAsked || content.ContainsKey(ContentNames.LateReason),
            ContentNames.LateReason,
            LatePerParty.Question(content));
        return true;

        bool IsAnother(string name) => before is null || !JsonNode.DeepEquals(before[name], content[name]);
    }
}
