using System.Globalization;
using System.Text.Json.Nodes;
using ContactGroup.Contracts.Release;
using ContactGroup.Movements.Domain.Movements;
using ContactGroup.Movements.Domain.Sites;

namespace ContactGroup.Movements.Domain.Concerns;

/// <summary>Where and when somebody is by a notification, as its reader holds it: what a reader is shown coarsely is known coarsely here.</summary>
internal sealed class Notified
{
    // A road is no straight line: the longer a leg, the further it may swing.
    private const double Swing = 0.1;
    private const double LeastSwingMetres = 1_000;
    private const double MostSwingMetres = 10_000;

    // Half the diagonal of a cell of a tenth of a degree.
    private const double CellMetres = 7_900;

    private readonly Direction first;
    private readonly IReadOnlyList<Stretch> stretches;
    private readonly DateTimeOffset? from;
    private readonly DateTimeOffset? until;
    private readonly double reach;

    private Notified(IReadOnlyList<(Arc Way, double Margin)> legs, DateTimeOffset? from, DateTimeOffset? until)
    {
        (this.from, this.until) = (from, until);
        stretches = [.. legs.Chunk(Stretch.Most).Select(few => new Stretch(few))];
        if (legs.Count > 0)
        {
            first = legs[0].Way.From;
            reach = Stretch.ReachOf(first, legs);
        }
    }

    /// <summary>Fields of a movement that are looked at.</summary>
    public static IReadOnlyList<string> OfMovements { get; } = [ContentNames.State, ContentNames.WindowStart, ContentNames.WindowEnd, ContentNames.Route, ContentNames.RouteGeometry, ContentNames.AlternateRoutes];

    /// <summary>Fields of a site that are looked at.</summary>
    public static IReadOnlyList<string> OfSites { get; } = [ContentNames.State, "validFrom", "validUntil", "position", "accuracy", "footprint"];

    /// <summary>A movement; null when it is over.</summary>
    public static Notified? OfMovement(HeldNotification held)
    {
        var state = Text(held.Fields[ContentNames.State]);
        if (state is not null && States.IsOver(state))
        {
            return null;
        }

        // Who is on the way is so until the movement says otherwise, whatever its window said.
        var end = state == "UNDERWAY" ? null : Instant(held.Fields[ContentNames.WindowEnd]);
        return new Notified(Ways(held.Fields), Instant(held.Fields[ContentNames.WindowStart]), end);
    }

    /// <summary>A site; null when it is removed.</summary>
    public static Notified? OfSite(HeldNotification held)
    {
        var state = Text(held.Fields[ContentNames.State]);
        if (state is SiteStates.Removed)
        {
            return null;
        }

        // INVARIANT: people may be in a place whose owner did not renew it; only its owner takes it off.
        var end = state is SiteStates.Stale ? null : Instant(held.Fields["validUntil"]);

        var margin = Math.Max(LeastSwingMetres, held.Fields["accuracy"] is JsonValue metres && metres.TryGetValue<double>(out var off) ? off : 0);
        var points = Points(held.Fields["position"]).ToList();
        var corners = (held.Fields["footprint"] as JsonArray ?? []).SelectMany(Points).ToList();
        var edges = corners.Select((corner, index) => (new Arc(corner.At, corners[(index + 1) % corners.Count].At), margin));
        return new Notified(
            [.. points.Select(point => (new Arc(point.At, point.At), Math.Max(margin, point.Margin))), .. edges, .. Cells(held.Fields["footprint"])],
            Instant(held.Fields["validFrom"]),
            end);
    }

    // Its reader is not shown where it is.
    private bool IsAnywhere => stretches.Count == 0;

    /// <summary>Whether it is under way or there while the concern counts, and not far from it. What its reader is not told of its time counts as any time, of its place as any place.</summary>
    public bool IsNear(Concern concern, Area area, DateTimeOffset now)
    {
        var begins = new[] { from ?? now, concern.From, now }.Max();
        return begins < concern.Until && !(until <= begins) && (IsAnywhere || area.Centre.MetresTo(first) <= area.Reach + reach);
    }

    /// <summary>Whether it may come into an area that it is near; null when its reader is not shown where it is, or there is not effort enough left to say so.</summary>
    public bool? ComesInto(Area area, Effort effort)
    {
        if (IsAnywhere || !effort.Spend(stretches.Count))
        {
            return null;
        }

        var near = LegsNear(area);
        return effort.Spend((long)near.Count * area.Lines) ? near.Any(leg => area.MetresFrom(leg.Way) <= leg.Margin) : null;
    }

    // A leg that is left out cannot come into the area.
    private List<(Arc Way, double Margin)> LegsNear(Area area) =>
        [.. stretches.Where(stretch => stretch.IsNear(area)).SelectMany(stretch => stretch.Legs)
            .Where(leg => area.Centre.MetresTo(leg.Way.From) <= area.Reach + leg.Way.Metres + leg.Margin)];

    // How the route was drawn instead of straight from stop to stop, and every other way that may be taken. A drawn line passes each stop within some kilometres: around the
    // stops as much is allowed for.
    private static List<(Arc Way, double Margin)> Ways(JsonObject fields)
    {
        var drawn = Line(fields[ContentNames.RouteGeometry]);
        var stops = (fields[ContentNames.Route] as JsonArray ?? []).SelectMany(Points).Select(stop => (new Arc(stop.At, stop.At), RouteLines.NearMetres));
        return
        [
            .. drawn.Count > 0 ? drawn.Concat(stops) : Route(fields[ContentNames.Route]),
            .. (fields[ContentNames.AlternateRoutes] as JsonArray ?? []).SelectMany(Line),
            .. Cells(fields[ContentNames.RouteGeometry]),
            .. Cells(fields[ContentNames.AlternateRoutes]),
        ];
    }

    private static List<(Arc Way, double Margin)> Line(JsonNode? line) => RouteLines.Directions(line) is var along ? [.. along.Zip(along.Skip(1), Leg)] : [];

    private static List<(Arc Way, double Margin)> Route(JsonNode? route)
    {
        var stops = (route as JsonArray ?? []).SelectMany(Points).Select(stop => stop.At).ToList();
        return stops.Count == 1 ? [(new Arc(stops[0], stops[0]), LeastSwingMetres)]
            : stops.Count > 1 ? [.. stops.Zip(stops.Skip(1), Leg)]
            : [.. Cells(route)];
    }

    private static (Arc Way, double Margin) Leg(Direction from, Direction to)
    {
        var way = new Arc(from, to);
        return (way, Math.Clamp(way.Metres * Swing, LeastSwingMetres, MostSwingMetres));
    }

    private static IEnumerable<(Arc Way, double Margin)> Cells(JsonNode? coarse) =>
        ((coarse as JsonObject)?["cells"] as JsonArray ?? []).SelectMany(Points).Select(cell => (new Arc(cell.At, cell.At), CellMetres));

    private static IEnumerable<(Direction At, double Margin)> Points(JsonNode? place) =>
        place is JsonObject one && Number(one["lat"]) is { } lat && Number(one["lon"]) is { } lon
            ? [(Direction.Of((lat, lon)), one.ContainsKey("coarse") ? CellMetres : 0)]
            : [];

    private static double? Number(JsonNode? value) => value is JsonValue number && number.TryGetValue<double>(out var degrees) ? degrees : null;

    private static string? Text(JsonNode? value) => value is JsonValue text && text.TryGetValue<string>(out var words) ? words : null;

    private static DateTimeOffset? Instant(JsonNode? value) => Text(value) is { } text
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
        ? at
        : null;
}
