using System.Globalization;
using System.Text;
using ContactGroup.Contracts.Access;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Movements;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace ContactGroup.Release.Exports;

/// <summary>
/// iCalendar (RFC 5545): windows and validities. INVARIANT: an event tells what it is and when, and neither where nor who: calendars show on locked
/// screens and travel to the servers of others.
/// </summary>
internal sealed class IcsFormat : IExportFormat
{
    // Nobody has said when it goes, or whether it went.
    private static readonly string[] Unsaid = ["POSTPONED", "EXPIRED"];

    private static readonly string[] Off = ["CANCELLED", "ABORTED_EN_ROUTE", "ENDED", "REMOVED"];

    public string Name => "ics";

    public IReadOnlyCollection<string> Kinds { get; } =
        [MovementSchema.Schema.Kind, SiteSchema.Schema.Kind, AdvisorySchema.Schema.Kind, AccessConstraintSchema.Schema.Kind];

    public bool CanHold(ExportItem item) => Kinds.Contains(item.Kind, StringComparer.Ordinal) && ShownPeriod.Of(item).From is not null;

    public ExportFile FileOf(bool single) => new("text/calendar; charset=utf-8", "contactgroup.ics");

    public IExportWriter Open(Stream buffer, ExportScope scope) => new Writer(buffer);

    private sealed class Writer(Stream buffer) : IExportWriter
    {
        private readonly StreamWriter lines = new(buffer, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);

        public void Begin()
        {
            lines.Write("BEGIN:VCALENDAR\r\nPRODID:-//ContactGroup//Export//EN\r\nVERSION:2.0\r\n");
            lines.Flush();
        }

        public void Add(ExportItem item)
        {
            lines.Write(new EventSerializer().SerializeToString(EventOf(item))!.TrimEnd() + "\r\n");
            lines.Flush();
        }

        public void End()
        {
            lines.Write("END:VCALENDAR\r\n");
            lines.Flush();
        }

        public void Dispose() => lines.Dispose();
    }

    private static CalendarEvent EventOf(ExportItem item)
    {
        var period = ShownPeriod.Of(item);
        var from = period.From!.Value;
        var byDay = from.IsDay || period.To is { IsDay: true };
        var released = new CalDateTime(item.ReleasedAt.UtcDateTime, hasTime: true);
        var shown = new CalendarEvent
        {
            Uid = item.Id + "@contactgroup",
            DtStamp = released,
            LastModified = released,
            Sequence = (int)Math.Min(item.Revision - 1, int.MaxValue),
            Start = At(from.At, byDay),
            Summary = (item.IsExercise ? "EXERCISE: " : string.Empty) + ExportWords.TitleOf(item),
            Description = string.Join('\n', Description(item)),
            Class = "CONFIDENTIAL",
            Status = StatusOf(item),
            Transparency = "TRANSPARENT",
            Categories = [ExportWords.KindOf(item)],
        };
        if (period.To is { } to && EndOf(to, byDay) is var end && end > from.At)
        {
            shown.End = At(end, byDay);
        }

        return shown;
    }

    // The end of a day is the next one: DTEND is the first moment that is not in it.
    private static DateTimeOffset EndOf(ShownTime to, bool byDay) => byDay && !to.IsDay ? to.At.AddDays(1) : to.End;

    private static CalDateTime At(DateTimeOffset at, bool byDay) => byDay
        ? new CalDateTime(at.UtcDateTime.Year, at.UtcDateTime.Month, at.UtcDateTime.Day)
        : new CalDateTime(at.UtcDateTime, hasTime: true);

    private static IEnumerable<string> Description(ExportItem item)
    {
        yield return ExportMarking.Of(item).ToString();
        if (item.TextOf("state") is { } state)
        {
            var list = item.Schema.Fields.First(field => field.Name == "state").CodeList!;
            yield return string.Create(CultureInfo.InvariantCulture, $"State: {ExportWords.LabelOf(list, state)}");
        }

        // When, and not where: stops by their number.
        foreach (var stop in ShownText.StopTimesOf(item))
        {
            yield return stop;
        }

        if (ExportWords.NeedsNotice(item.Kind))
        {
            yield return ExportWords.Notice.English;
            yield return ExportWords.Notice.Arabic ?? string.Empty;
        }
    }

    private static string StatusOf(ExportItem item) =>
        item.Status == ItemStatus.Withdrawn || Off.Contains(item.TextOf("state"), StringComparer.Ordinal) ? "CANCELLED"
        : Unsaid.Contains(item.TextOf("state"), StringComparer.Ordinal) ? "TENTATIVE"
        : "CONFIRMED";
}
