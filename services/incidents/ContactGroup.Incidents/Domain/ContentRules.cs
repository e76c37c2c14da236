using System.Text.Json.Nodes;
using ContactGroup.Hosting.Items;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Incidents.Domain;

/// <summary>What several fields of a report say together: order in time, and places within places. Checked on the whole, old and new.</summary>
internal static class ContentRules
{
    private static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestValidity = TimeSpan.FromDays(366);

    // A day begins this much earlier in the easternmost zone than in UTC.
    private static readonly TimeSpan EasternmostOffset = TimeSpan.FromHours(14);

    public static void Check(JsonObject content, DateTimeOffset now, FieldChecks checks)
    {
        Time(content, now, checks);
        Areas.Nested(content.Text(ContentNames.Country), ContentNames.Pcodes.Select(level => (level, content.Text(level))), checks);
    }

    private static void Time(JsonObject content, DateTimeOffset now, FieldChecks checks)
    {
        var dayOnly = content.Flag(ContentNames.TimeKnown) == false;
        var latest = now + (dayOnly ? EasternmostOffset : ClockTolerance);
        var occurred = content.Instant(ContentNames.OccurredAt);

        // A day before the earliest is refused as it is: the first day of all has nothing before it to go back to.
        var begun = dayOnly && occurred >= Earliest ? occurred - EasternmostOffset : occurred;
        checks.Instant(ContentNames.OccurredAt, occurred, Earliest, latest);
        checks.Instant(ContentNames.OccurredUntil, content.Instant(ContentNames.OccurredUntil), latest: latest);
        checks.Instant(ContentNames.ReportedAt, content.Instant(ContentNames.ReportedAt), latest: now + EasternmostOffset);
        checks.Instant(ContentNames.ValidUntil, content.Instant(ContentNames.ValidUntil), latest: now + LongestValidity);
        foreach (var end in new[] { ContentNames.OccurredUntil, ContentNames.ReportedAt, ContentNames.ValidUntil })
        {
            var ended = content.Instant(end);
            checks.Order(ContentNames.OccurredAt, IsDay(ended) ? DayOf(begun) : begun, end, ended);
        }
    }

    // An end given as a day is kept as its midnight, which must not make it earlier than a start on the same day.
    private static bool IsDay(DateTimeOffset? instant) => instant is { TimeOfDay.Ticks: 0 };

    private static DateTimeOffset? DayOf(DateTimeOffset? instant) => instant is { } given ? new DateTimeOffset(given.UtcDateTime.Date, TimeSpan.Zero) : null;
}
