using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using ContactGroup.Contracts.Access;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Incidents;
using ContactGroup.Contracts.Movements;

namespace ContactGroup.Release.Exports;

/// <summary>A time as a view shows it: an instant, or the day alone. UTC.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ShownTime(DateTimeOffset At, bool IsDay)
{
    /// <summary>The time of a field's shown value; null when there is none.</summary>
    public static ShownTime? Of(JsonNode? shown)
    {
        var isDay = shown is JsonObject;
        return (isDay ? shown!["day"] : shown) is JsonValue value
            && value.TryGetValue<string>(out var text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? new ShownTime(at, isDay)
            : null;
    }

    /// <summary>ISO 8601: <c>2026-03-05</c> or <c>2026-03-05T06:00:00Z</c>.</summary>
    public override string ToString() => IsDay ? At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Instant(At);

    /// <summary>The first instant after it: the instant itself, or the end of the day.</summary>
    public DateTimeOffset End => IsDay ? At.AddDays(1) : At;

    /// <summary>An instant as exports write it, to the second.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

/// <summary>From when to when an item says something: its window, its validity, or when it happened.</summary>
internal sealed record ShownPeriod(ShownTime? From, ShownTime? To)
{
    private static readonly Dictionary<string, (string From, string[] To)> Fields = new(StringComparer.Ordinal)
    {
        [MessageSchema.Schema.Kind] = ("postedAt", []),
        [IncidentSchema.Schema.Kind] = ("occurredAt", ["occurredUntil"]),
        [AccessConstraintSchema.Schema.Kind] = ("startedAt", ["endedAt", "expectedEnd"]),
        [MovementSchema.Schema.Kind] = ("windowStart", ["windowEnd"]),
        [SiteSchema.Schema.Kind] = ("validFrom", ["validUntil"]),
        [AdvisorySchema.Schema.Kind] = ("validFrom", ["validUntil"]),
    };

    public static ShownPeriod Of(ExportItem item)
    {
        if (!Fields.TryGetValue(item.Kind, out var names))
        {
            return new ShownPeriod(From: null, To: null);
        }

        var from = item.TimeOf(names.From);
        var to = names.To.Select(item.TimeOf).FirstOrDefault(time => time is not null);
        return from is { } begin && to is { } end && end.End < begin.At ? new ShownPeriod(from, To: null) : new ShownPeriod(from, to);
    }
}
