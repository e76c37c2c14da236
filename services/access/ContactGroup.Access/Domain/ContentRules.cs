using System.Text.Json.Nodes;
using ContactGroup.Hosting.Items;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Access.Domain;

/// <summary>What the fields of a notice say together: what makes one, order in time, and places within places. Checked on the whole, old and new.</summary>
internal static class ContentRules
{
    private static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // A closure is announced before it begins, and may last; more than this is a slip of the keyboard.
    private static readonly TimeSpan FurthestStart = TimeSpan.FromDays(366);
    private static readonly TimeSpan FurthestEnd = TimeSpan.FromDays(366 * 10);

    public static void Check(JsonObject content, DateTimeOffset now, FieldChecks checks)
    {
        foreach (var name in ContentNames.Required.Where(name => !content.ContainsKey(name) && !checks.Errors.ContainsKey(name)))
        {
            checks.Add(name, "Give a value; a notice needs constraintType, severity, country and startedAt.");
        }

        checks.That(
            content.ContainsKey(ContentNames.Title) || content.ContainsKey(ContentNames.Description),
            ContentNames.Title,
            "Give a title or a description: what it is about, for your side.");
        var started = content.Instant(ContentNames.StartedAt);
        checks.Instant(ContentNames.StartedAt, started, Earliest, now + FurthestStart);
        foreach (var name in new[] { ContentNames.ExpectedEnd, ContentNames.FollowUpBy })
        {
            checks.Instant(name, content.Instant(name), Earliest, now + FurthestEnd);
        }

        var end = content.Instant(ContentNames.ExpectedEnd);
        checks.Order(ContentNames.StartedAt, IsDay(end) ? DayOf(started) : started, ContentNames.ExpectedEnd, end);
        Areas.Nested(
            content.Text(ContentNames.Country),
            new[] { ContentNames.Admin1Pcode, ContentNames.Admin2Pcode }.Select(level => (level, content.Text(level))),
            checks);
    }

    // An end given as a day is kept as its midnight, which must not make it earlier than a start on the same day.
    private static bool IsDay(DateTimeOffset? instant) => instant is { TimeOfDay.Ticks: 0 };

    private static DateTimeOffset? DayOf(DateTimeOffset? instant) => instant is { } given ? new DateTimeOffset(given.UtcDateTime.Date, TimeSpan.Zero) : null;
}
