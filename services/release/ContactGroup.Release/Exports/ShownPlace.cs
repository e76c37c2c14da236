using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Release.Exports;

/// <summary>A position, decimal degrees WGS84. Longitude first, as every format for maps has it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Position(double Lon, double Lat)
{
    /// <summary>Degrees or metres as text: never with an exponent, to a centimetre.</summary>
    public static string Text(double number) => number.ToString("0.#######", CultureInfo.InvariantCulture);
}

/// <summary>What is drawn.</summary>
internal enum PlaceShape
{
    /// <summary>One position.</summary>
    Point,

    /// <summary>Positions in the order in which they are travelled.</summary>
    Line,

    /// <summary>Closed rings, counter-clockwise, each an area by itself.</summary>
    Areas,
}

/// <summary>
/// Where a view says that an item is. INVARIANT: a coarse position is the whole cell and never a point, because a point on a map is read as the place.
/// </summary>
internal sealed record ShownPlace(PlaceShape Shape, IReadOnlyList<IReadOnlyList<Position>> Parts, bool IsCoarse)
{
    private static readonly FieldShape[] Ways = [FieldShape.Route, FieldShape.Line, FieldShape.Lines];
    private static readonly FieldShape[] Preferred = [FieldShape.Outline, .. Ways, FieldShape.Point];

    /// <summary>
    /// The most telling place that the view shows; null when it shows none. INVARIANT: of a route its stops and never the road instead of them: a stop may lie kilometres off the road, and
    /// would be on no map. The road is beside it, see <see cref="RoadOf"/>; where places are coarse, the cells of all of them are one place.
    /// </summary>
    public static ShownPlace? Of(ExportItem item)
    {
        var places = Preferred
            .SelectMany(shape => item.Schema.Fields.Where(field => field.Shape == shape))
            .Select(field => (field.Shape, Place: Of(field.Shape, item.Fields[field.Name])))
            .Where(shown => shown.Place is not null)
            .Select(shown => (shown.Shape, Place: shown.Place!))
            .ToList();
        return places is not [var first, ..] ? null
            : first.Place.IsCoarse && Ways.Contains(first.Shape) ? first.Place with { Parts = CellsOf(places.Where(shown => Ways.Contains(shown.Shape)).Select(shown => shown.Place)) }
            : first.Place;
    }

    /// <summary>Positions in the order in which they are travelled.</summary>
    public static ShownPlace Along(IReadOnlyList<Position> positions) => new(PlaceShape.Line, [positions], IsCoarse: false);

    /// <summary>The position of a field of that shape alone, precise; null when it is coarse or not shown.</summary>
    public static Position? PreciseOf(JsonNode? shown) => IsCell(shown) ? null : At(shown);

    /// <summary>One position to put a mark at: the position, the first stop, or the middle of the first area.</summary>
    public Position Mark => Shape != PlaceShape.Areas ? Parts[0][0] : new Position(
        Rounded((Parts[0].Min(corner => corner.Lon) + Parts[0].Max(corner => corner.Lon)) / 2),
        Rounded((Parts[0].Min(corner => corner.Lat) + Parts[0].Max(corner => corner.Lat)) / 2));

    /// <summary>The longer side of the box around the first area, in degrees: what is in it is nowhere farther from its middle.</summary>
    public double Extent => Math.Max(
        Parts[0].Max(corner => corner.Lat) - Parts[0].Min(corner => corner.Lat),
        Parts[0].Max(corner => corner.Lon) - Parts[0].Min(corner => corner.Lon));

    /// <summary>
    /// The same for who draws one outline for an item: several areas are the box around all of them. INVARIANT: never the first alone, because what is coarse is somewhere in what is drawn.
    /// </summary>
    public ShownPlace InOnePiece()
    {
        if (Shape != PlaceShape.Areas || Parts.Count == 1)
        {
            return this;
        }

        var corners = Parts.SelectMany(ring => ring).ToList();
        var (west, east) = (corners.Min(corner => corner.Lon), corners.Max(corner => corner.Lon));
        var (south, north) = (corners.Min(corner => corner.Lat), corners.Max(corner => corner.Lat));
        return this with { Parts = [Ring([new(west, south), new(east, south), new(east, north), new(west, north)])!] };
    }

    private static ShownPlace? Of(FieldShape shape, JsonNode? shown) => shown switch
    {
        JsonObject coarse when coarse["cells"] is JsonArray cells => Areas([.. cells.Select(Cell).OfType<IReadOnlyList<Position>>()], isCoarse: true),
        JsonObject coarse when IsCell(coarse) => Areas(Cell(coarse) is { } cell ? [cell] : [], isCoarse: true),
        JsonObject line when shape == FieldShape.Line => Line(Positions(line)),
        JsonArray corners when shape == FieldShape.Outline => Areas(Ring([.. corners.Select(At).OfType<Position>()]) is { } ring ? [ring] : [], isCoarse: false),
        JsonArray stops => Line([.. stops.Select(At).OfType<Position>()]),
        JsonObject point when At(point) is { } at => new ShownPlace(PlaceShape.Point, [[at]], IsCoarse: false),
        _ => null,
    };

    /// <summary>How a route runs between its stops; null when that is coarse, not shown, or goes nowhere.</summary>
    public static IReadOnlyList<Position>? RoadOf(ExportItem item) => item.Schema.Fields.Where(field => field.Shape == FieldShape.Line)
        .Select(field => Positions(item.Fields[field.Name]))
        .FirstOrDefault(IsWay);

    /// <summary>Other ways that may be taken, each as its positions; none when they are coarse or not shown.</summary>
    public static IReadOnlyList<IReadOnlyList<Position>> OtherWaysOf(ExportItem item) =>
    [
        .. item.Schema.Fields.Where(field => field.Shape == FieldShape.Lines)
            .SelectMany(field => item.Fields[field.Name] as JsonArray ?? [])
            .Select(Positions)
            .Where(IsWay),
    ];

    private static bool IsWay(IReadOnlyList<Position> positions) => positions.Distinct().Skip(1).Any();

    private static IReadOnlyList<IReadOnlyList<Position>> CellsOf(IEnumerable<ShownPlace> places) =>
        [.. places.Where(place => place.IsCoarse).SelectMany(place => place.Parts).DistinctBy(ring => (ring[0], ring[2]))];

    private static IReadOnlyList<Position> Positions(JsonNode? line) =>
    [
        .. ((line as JsonObject)?["coordinates"] as JsonArray ?? []).OfType<JsonArray>()
            .Where(at => at.Count > 1 && Number(at[1]) is >= -90 and <= 90 && Number(at[0]) is >= -180 and <= 180)
            .Select(at => new Position(Number(at[0])!.Value, Number(at[1])!.Value)),
    ];

    private static ShownPlace? Line(IReadOnlyList<Position> stops) => stops.Distinct().Count() switch
    {
        0 => null,
        1 => new ShownPlace(PlaceShape.Point, [[stops[0]]], IsCoarse: false),
        _ => Along(stops),
    };

    private static ShownPlace? Areas(IReadOnlyList<IReadOnlyList<Position>> rings, bool isCoarse) =>
        rings.Count == 0 ? null : new ShownPlace(PlaceShape.Areas, rings, isCoarse);

    private static bool IsCell(JsonNode? shown) => shown is JsonObject coarse && coarse["coarse"] is not null;

    private static IReadOnlyList<Position>? Cell(JsonNode? shown)
    {
        if (At(shown) is not { } centre || Number(shown!["cellDegrees"]) is not { } edge || edge is <= 0 or > 10)
        {
            return null;
        }

        var half = edge / 2;
        var (west, east) = (Math.Max(-180, Rounded(centre.Lon - half)), Math.Min(180, Rounded(centre.Lon + half)));
        var (south, north) = (Math.Max(-90, Rounded(centre.Lat - half)), Math.Min(90, Rounded(centre.Lat + half)));
        return Ring([new(west, south), new(east, south), new(east, north), new(west, north)]);
    }

    // Closed, counter-clockwise: the right-hand rule of RFC 7946.
    private static IReadOnlyList<Position>? Ring(IReadOnlyList<Position> corners)
    {
        var open = corners.Count > 1 && corners[0] == corners[^1] ? corners.Take(corners.Count - 1).ToList() : [.. corners];
        if (open.Distinct().Count() < 3)
        {
            return null;
        }

        var twiceTheArea = open.Select((corner, at) => (corner, Next: open[(at + 1) % open.Count]))
            .Sum(edge => (edge.corner.Lon * edge.Next.Lat) - (edge.Next.Lon * edge.corner.Lat));
        if (twiceTheArea < 0)
        {
            open.Reverse();
        }

        return [.. open, open[0]];
    }

    private static Position? At(JsonNode? shown) => shown is JsonObject && Number(shown["lat"]) is >= -90 and <= 90 and var lat && Number(shown["lon"]) is >= -180 and <= 180 and var lon
        ? new Position(lon, lat)
        : null;

    private static double Rounded(double degrees) => Math.Round(degrees, 6);

    private static double? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<double>(out var number) ? number : null;
}
