using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Movements;
using ContactGroup.Contracts.Positions;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Release.Exports;

/// <summary>
/// Cursor on Target for the systems of a force: sites, routes and advisories that were released to it. INVARIANT: a humanitarian object is neutral and nothing
/// else; no type of a target, no track, no position that somebody reported on the way; pulled, never pushed.
/// </summary>
internal sealed class CotFormat : IExportFormat
{
    private const double MetresOfADegree = 111_320;
    private const string NotKnown = "999999";

    private static readonly string[] Over = ["COMPLETED", "CANCELLED", "ABORTED_EN_ROUTE", "EXPIRED", "ENDED", "REMOVED"];
    private static readonly TimeSpan UntilFetchedAgain = TimeSpan.FromDays(1);

    public string Name => "cot";

    public IReadOnlyCollection<string> Kinds { get; } = [MovementSchema.Schema.Kind, SiteSchema.Schema.Kind, AdvisorySchema.Schema.Kind];

    public bool IsFor(Participant reader) => reader.Constituency is Constituency.Military or Constituency.Police;

    public bool CanHold(ExportItem item) => Kinds.Contains(item.Kind, StringComparer.Ordinal) && ShownPlace.Of(item) is not null;

    public ExportFile FileOf(bool single) => new("application/xml; charset=utf-8", "contactgroup-cot.xml");

    public IExportWriter Open(Stream buffer, ExportScope scope) => new Writer(buffer, scope);

    private sealed class Writer(Stream buffer, ExportScope scope) : IExportWriter
    {
        private readonly XmlWriter xml = XmlWriter.Create(buffer, XmlText.Settings);

        public void Begin()
        {
            xml.WriteStartDocument();
            xml.WriteStartElement("events");
            xml.WriteAttributeString("caveat", XmlText.Of(scope.Marking.ToString()));
            xml.Flush();
        }

        public void Add(ExportItem item)
        {
            var place = ShownPlace.Of(item)!.InOnePiece();
            var times = Times(item, scope.Now);
            Event(item, string.Empty, place, times, Remarks(item, place));
            foreach (var way in CotWay.Of(item, place))
            {
                Event(item, $"-{way.Name}", way.Place, way.IsGone ? (scope.Now, scope.Now) : times, [.. Headings(item), way.Says]);
            }

            xml.Flush();
        }

        private void Event(ExportItem item, string part, ShownPlace place, (DateTimeOffset Start, DateTimeOffset Stale) times, IEnumerable<string> remarks)
        {
            xml.WriteStartElement("event");
            Attributes(
                ("version", "2.0"),
                ("uid", item.NameForFeeds + part),
                ("type", TypeOf(item, place)),
                ("time", ShownTime.Instant(scope.Now)),
                ("start", ShownTime.Instant(times.Start)),
                ("stale", ShownTime.Instant(times.Stale)),
                ("how", "h-t"),
                ("caveat", ExportMarking.Of(item).ToString()));
            Point(item, place);
            xml.WriteStartElement("detail");
            xml.WriteStartElement("contact");
            Attributes(("callsign", item.Reference + part));
            xml.WriteEndElement();
            Corners(item.NameForFeeds + part, place);
            xml.Element("remarks", string.Join('\n', remarks));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        public void End()
        {
            xml.WriteEndDocument();
            xml.Flush();
        }

        public void Dispose() => xml.Dispose();

        private void Point(ExportItem item, ShownPlace place)
        {
            xml.WriteStartElement("point");
            Attributes(("lat", Number(place.Mark.Lat)), ("lon", Number(place.Mark.Lon)), ("hae", NotKnown), ("ce", Error(item, place)), ("le", NotKnown));
            xml.WriteEndElement();
        }

        // A route by its stops, a way by its positions, an area by its corners. INVARIANT: the last corner of an area is its first one again: without it the map of a force has a line there, and no
        // inside.
        private void Corners(string name, ShownPlace place)
        {
            if (place.Shape == PlaceShape.Point)
            {
                return;
            }

            foreach (var (number, position) in place.Parts[0].Index())
            {
                xml.WriteStartElement("link");
                Attributes(
                    ("uid", string.Create(CultureInfo.InvariantCulture, $"{name}-{number}")),
                    ("type", "b-m-p-w"),
                    ("relation", "c"),
                    ("point", $"{Number(position.Lat)},{Number(position.Lon)}"));
                xml.WriteEndElement();
            }
        }

        private void Attributes(params (string Name, string Value)[] attributes)
        {
            foreach (var (name, value) in attributes)
            {
                xml.WriteAttributeString(name, XmlText.Of(value));
            }
        }
    }

    // Neutral things on the ground, or points, routes and areas of a map; no other type is ever written.
    private static string TypeOf(ExportItem item, ShownPlace place) => item.Kind == SiteSchema.Schema.Kind
        ? item.TextOf("siteType") switch
        {
            "HOSPITAL" or "CLINIC_PHC" => "a-n-G-I-X-H",
            "OFFICE" => "a-n-G-I-c-o",
            "WAREHOUSE" => "a-n-G-I-c-whs",
            "SCHOOL" or "LEARNING_SPACE" => "a-n-G-I-c-sch",
            "GUESTHOUSE_RESIDENCE" => "a-n-G-I-c-rah",
            _ => "a-n-G-I",
        }
        : place.Shape switch
        {
            PlaceShape.Line => "b-m-r",
            PlaceShape.Areas => "u-d-f",
            _ => "b-m-p-w",
        };

    // What is over is stale at once, so that it leaves the map. INVARIANT: a movement or a site that is not over is never stale when it is fetched: a convoy that is held up, or a
    // hospital whose validity nobody renewed, must not vanish from the map of those who were told of it.
    private static (DateTimeOffset Start, DateTimeOffset Stale) Times(ExportItem item, DateTimeOffset now)
    {
        var period = ShownPeriod.Of(item);
        var isOver = item.Status != ItemStatus.Current || Over.Contains(item.TextOf("state"), StringComparer.Ordinal);
        var (end, fetchedAgain) = (period.To?.End, now + UntilFetchedAgain);
        var stale = isOver ? now
            : end is null || (end < fetchedAgain && item.Kind != AdvisorySchema.Schema.Kind) ? fetchedAgain
            : end.Value;
        var start = period.From?.At ?? item.ReleasedAt;
        return (start < stale ? start : stale, stale);
    }

    private static string Error(ExportItem item, ShownPlace place) => place switch
    {
        { IsCoarse: true } => Number(Math.Ceiling(place.Extent * MetresOfADegree)),
        { Shape: PlaceShape.Point } when (item.Fields["accuracy"] ?? item.Fields["radius"]) is JsonValue value && value.TryGetValue<double>(out var metres) => Number(metres),
        _ => NotKnown,
    };

    private static IEnumerable<string> Remarks(ExportItem item, ShownPlace place)
    {
        foreach (var heading in Headings(item))
        {
            yield return heading;
        }

        if (place.IsCoarse)
        {
            yield return "The position is somewhere in the area that is drawn.";
        }

        if (ShownPlace.RoadOf(item) is not null)
        {
            yield return "The road between the stops is an object of its own.";
        }

        if (ShownPlace.OtherWaysOf(item).Count is > 0 and var others)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Another way may be taken: {others} more, each an object of its own.");
        }

        foreach (var stop in ShownText.StopTimesOf(item))
        {
            yield return stop;
        }

        foreach (var reference in Grid(item, place))
        {
            yield return reference;
        }

        foreach (var (field, label, lines) in ShownText.Of(item))
        {
            if (field.Name is "state" or "summary" or "callContact" or "mode" or "version" or "roofMarking" or "advisoryType" or "routeStatus" or "adviceToOthers")
            {
                yield return $"{label}: {string.Join("; ", lines)}";
            }
        }
    }

    private static IEnumerable<string> Headings(ExportItem item)
    {
        yield return $"{ExportWords.TitleOf(item)}. {ExportMarking.Of(item)}";
        if (ExportWords.NeedsNotice(item.Kind))
        {
            yield return ExportWords.Notice.English;
        }
    }

    // What is read by radio, in the order of the stops, points and corners that are drawn; the element itself has degrees alone. Of ways beside the stops nothing: nobody reads out hundreds.
    private static IEnumerable<string> Grid(ExportItem item, ShownPlace place)
    {
        var positions = place.IsCoarse ? []
            : place.Shape == PlaceShape.Areas ? place.Parts[0].Take(place.Parts[0].Count - 1)
            : place.Parts[0];
        foreach (var (number, position) in positions.Index())
        {
            if (GridReference.Of(position.Lat, position.Lon) is { } reference)
            {
                yield return place.Shape == PlaceShape.Point ? $"MGRS: {reference}" : string.Create(CultureInfo.InvariantCulture, $"MGRS {number + 1}: {reference}");
            }
        }
    }

    private static string Number(double number) => Position.Text(number);
}
