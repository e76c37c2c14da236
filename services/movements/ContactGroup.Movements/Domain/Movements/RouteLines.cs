using System.Globalization;
using System.Text.Json.Nodes;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Domain.Concerns;

namespace ContactGroup.Movements.Domain.Movements;

/// <summary>A line as it came in: the geometry <c>LineString</c> of GeoJSON, longitude first, decimal degrees WGS84. A height is not kept.</summary>
internal sealed record GivenLine(string? Type, IReadOnlyList<IReadOnlyList<double>?>? Coordinates);

/// <summary>
/// How a route runs between its stops, and other ways that may be taken. INVARIANT: a line that is stored begins at the first stop and ends at the last, and the route itself
/// passes every stop, so that whoever draws it, or reckons with it instead of with the stops, leaves none of them out.
/// </summary>
internal static class RouteLines
{
    /// <summary>A depot is not on the road; the road that it is reached by is.</summary>
    public const double NearMetres = 5_000;

    private const int MostPositions = 500;
    private const int MostAlternates = 3;

    // Of the road and every other way together: each force that is named gets all of it with every version, and reckons with all of it.
    private const int MostTogether = 1_000;

    private static readonly string[] Fields = [ContentNames.RouteGeometry, ContentNames.AlternateRoutes];

    /// <summary>A line as content has it.</summary>
    public static JsonObject Read(string field, GivenLine said, FieldChecks checks)
    {
        checks.That(said.Type == "LineString", $"{field}.type", "Give the geometry LineString of GeoJSON: {\"type\":\"LineString\",\"coordinates\":[[lon,lat],...]}.");
        var given = checks.List($"{field}.coordinates", said.Coordinates, 2, MostPositions).Take(MostPositions).ToList();

        // One fault stands for all: a file that is wrong is wrong throughout.
        var wrong = given.FindIndex(position => !IsPosition(position));
        checks.That(wrong < 0, $"{field}.coordinates[{wrong.ToString(CultureInfo.InvariantCulture)}]", "Give longitude from -180 to 180 and latitude from -90 to 90, in this order.");
        var kept = wrong >= 0 ? [] : given.Select(position => (Lon: Math.Round(position![0], 6), Lat: Math.Round(position[1], 6))).ToList();
        checks.That(
            kept.Count < 2 || kept.Distinct().Skip(1).Any(),
            $"{field}.coordinates",
            "Every position of the line is the same, so that no way is drawn; give at least two different positions, or leave the line out.");
        return new JsonObject
        {
            ["type"] = "LineString",
            ["coordinates"] = new JsonArray([.. kept.Select(position => new JsonArray(position.Lon, position.Lat))]),
        };
    }

    /// <summary>Lines as content has them.</summary>
    public static JsonArray ReadSeveral(string field, IReadOnlyList<GivenLine> said, FieldChecks checks) =>
    [
        .. checks.List(field, said, 0, MostAlternates).Take(MostAlternates).Select((line, index) =>
            checks.Required($"{field}[{index}]", line) is null ? null : Read($"{field}[{index}]", line, checks)),
    ];

    /// <summary>
    /// Checks that lines that were said go with the stops. One that was not said is taken out as soon as any stop is elsewhere, however near: a correction of the stops has to go out in
    /// seconds, and an old line on the map of those who are told would lead them to where the stop was.
    /// </summary>
    /// <param name="content">The content of the version.</param>
    /// <param name="said">The fields that were said with it.</param>
    /// <param name="before">The content of the version before; null of the first.</param>
    /// <param name="checks">Takes the faults.</param>
    public static void Check(JsonObject content, JsonObject said, JsonObject? before, FieldChecks checks)
    {
        if (before is not null && !Positions(content).SequenceEqual(Positions(before)))
        {
            foreach (var field in Fields.Where(field => !said.ContainsKey(field)))
            {
                content.Remove(field);
            }
        }

        var stops = Positions(content).Select(Direction.Of).ToList();
        if (content[ContentNames.RouteGeometry] is JsonObject line && Fault(ContentNames.RouteGeometry, line, stops, passesAll: true) is { } fault)
        {
            Fail(content, said, ContentNames.RouteGeometry, fault, checks);
        }

        foreach (var (other, index) in (content[ContentNames.AlternateRoutes] as JsonArray ?? []).OfType<JsonObject>().Select((other, index) => (other, index)))
        {
            if (Fault($"{ContentNames.AlternateRoutes}[{index}]", other, stops, passesAll: false) is { } amiss)
            {
                Fail(content, said, ContentNames.AlternateRoutes, amiss, checks);
                break;
            }
        }

        CheckTogether(content, said, checks);
    }

    /// <summary>The lines that were taken out of a version by itself, for its owner to draw again.</summary>
    /// <param name="before">The content of the version before.</param>
    /// <param name="content">The content of the version.</param>
    /// <param name="cleared">What its owner took out.</param>
    public static IEnumerable<Warning> TakenOut(JsonObject before, JsonObject content, IReadOnlyList<string> cleared) => Fields
        .Where(field => before.ContainsKey(field) && !content.ContainsKey(field) && !cleared.Contains(field, StringComparer.Ordinal))
        .Select(field => new Warning(field, field == ContentNames.RouteGeometry ? Warnings.RoadTakenOut : Warnings.OtherWaysTakenOut));

    /// <summary>The positions of a line; none when it is no line.</summary>
    public static List<Direction> Directions(JsonNode? line) =>
    [
        .. ((line as JsonObject)?["coordinates"] as JsonArray ?? []).OfType<JsonArray>()
            .Where(position => position.Count > 1)
            .Select(position => Direction.Of(((double)position[1]!, (double)position[0]!))),
    ];

    // Two fields that each keep their bound; one of them may have been said, and the other stand there from before. What nobody says anything about holds nobody up.
    private static void CheckTogether(JsonObject content, JsonObject said, FieldChecks checks)
    {
        var together = LinesOf(content).Sum(line => ((JsonArray)line["coordinates"]!).Count);
        if (together > MostTogether && Fields.LastOrDefault(said.ContainsKey) is { } field)
        {
            checks.Add(field, string.Create(
                CultureInfo.InvariantCulture,
                $"The road and every other way have {together} positions together, and may have {MostTogether}; simplify the lines, or leave one way out (of what was said before: with clear)."));
        }
    }

    private static IEnumerable<JsonObject> LinesOf(JsonObject content) =>
        (content[ContentNames.AlternateRoutes] as JsonArray ?? []).Append(content[ContentNames.RouteGeometry]).OfType<JsonObject>();

    private static IEnumerable<(double Lat, double Lon)> Positions(JsonObject content) => ((JsonArray)content[ContentNames.Route]!).Select(stop => Outlines.Degrees(stop!));

    private static void Fail(JsonObject content, JsonObject said, string field, (string Field, string Remedy) fault, FieldChecks checks)
    {
        if (said.ContainsKey(field))
        {
            checks.Add(fault.Field, fault.Remedy);
        }
        else
        {
            content.Remove(field);
        }
    }

    private static (string Field, string Remedy)? Fault(string field, JsonObject line, List<Direction> stops, bool passesAll)
    {
        var along = Directions(line);
        return along[0].MetresTo(stops[0]) > NearMetres ? ($"{field}.coordinates[0]", "The line begins more than 5 km from the first stop; draw it from there, in the direction of travel, longitude first.")
            : along[^1].MetresTo(stops[^1]) > NearMetres ? ($"{field}.coordinates[{along.Count - 1}]", "The line ends more than 5 km from the last stop; draw it to there, in the direction of travel.")
            : passesAll && stops.FindIndex(stop => !Passes(along, stop)) is >= 0 and var missed ? ($"{field}.coordinates", $"The line passes stop {missed + 1} at more than 5 km; draw it through every stop, or leave it out.")
            : null;
    }

    private static bool Passes(List<Direction> along, Direction stop) => along.Zip(along.Skip(1)).Any(leg => new Arc(leg.First, leg.Second).MetresFrom(stop) <= NearMetres);

    private static bool IsPosition(IReadOnlyList<double>? position) =>
        position is { Count: 2 or 3 } && position[0] is >= -180 and <= 180 && position[1] is >= -90 and <= 90;
}
