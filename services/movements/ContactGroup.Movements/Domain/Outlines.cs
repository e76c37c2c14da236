using System.Text.Json.Nodes;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Movements.Domain;

/// <summary>A position as it came in, decimal degrees, WGS84.</summary>
internal sealed record GivenPoint(double? Lat, double? Lon);

/// <summary>Reads positions and outlines of areas.</summary>
internal static class Outlines
{
    private const int Fewest = 3;
    private const int Most = 50;

    // An area is looked at as a whole: corners in two countries are a slip of the keyboard.
    private const double WidestKilometres = 1_000;

    /// <summary>A position as content has it.</summary>
    public static JsonObject Point(string field, GivenPoint? said, FieldChecks checks)
    {
        var (lat, lon) = Parts.Position(field, said?.Lat, said?.Lon, checks);
        return new JsonObject { ["lat"] = lat, ["lon"] = lon };
    }

    /// <summary>Corners as content has them: three or more, not closed.</summary>
    public static JsonArray Corners(string field, IReadOnlyList<GivenPoint> said, FieldChecks checks)
    {
        var given = said.Count > Fewest && said[0] == said[^1] ? said.SkipLast(1).ToList() : said;
        var corners = checks.List(field, given, Fewest, Most).Take(Most).Select((corner, index) => Point($"{field}[{index}]", corner, checks)).ToList();
        if (!checks.Failed)
        {
            var places = corners.ConvertAll(Degrees);
            checks.That(places.Distinct().Count() == places.Count, field, "A corner comes twice; give each corner once, in order along the outline.");
            checks.That(places.TrueForAll(place => Places.Kilometres(places[0], place) <= WidestKilometres), field, "A corner is far from the others; look at it once more.");
        }

        return [.. corners];
    }

    /// <summary>A position that was read.</summary>
    public static (double Lat, double Lon) Degrees(JsonNode position) => ((double)position["lat"]!, (double)position["lon"]!);
}
