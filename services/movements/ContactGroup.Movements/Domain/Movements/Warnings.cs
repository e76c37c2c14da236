using System.Text.Json.Nodes;
using ContactGroup.Movements.Domain.Areas;

namespace ContactGroup.Movements.Domain.Movements;

/// <summary>Looks at a route for the mistakes that positions are known for: swapped, truncated, far from the stop before, all of it outside the country.</summary>
internal static class Warnings
{
    /// <summary>Longest believable way between two stops of one movement.</summary>
    private const double FarKilometres = 500;
    private const double FarByAirOrSeaKilometres = 4_000;

    /// <summary>Of an amendment without a line that was there.</summary>
    public const string RoadTakenOut = "The drawn road was taken out, because it does not go with the stops as they are now; draw it again.";

    /// <summary>The same of other ways.</summary>
    public const string OtherWaysTakenOut = "The other ways were taken out, because they do not go with the stops as they are now; draw them again.";

    public static IReadOnlyList<Warning> For(JsonObject content, Boundaries boundaries)
    {
        var most = (string?)content[ContentNames.Mode] is "AIR_FIXED" or "AIR_ROTARY" or "SEA" ? FarByAirOrSeaKilometres : FarKilometres;
        var warnings = new List<Warning>();
        var stops = ((JsonArray)content[ContentNames.Route]!).Select(stop => ((double)stop!["lat"]!, (double)stop["lon"]!)).ToList();
        (double Lat, double Lon)? before = null;
        foreach (var (here, index) in stops.Select((stop, index) => (stop, index)))
        {
            var text = before is { } from && Places.Kilometres(from, here) > most ? Far(from, here, most) : Places.IsCoarse(here) ? "The position has few decimals; five or more say where a place is." : null;
            if (text is not null)
            {
                warnings.Add(new Warning($"{ContentNames.Route}[{index}]", text));
            }

            before = here;
        }

        foreach (var (line, field) in Drawn(content))
        {
            if (Jump(line, most) is { } index)
            {
                warnings.Add(new Warning($"{field}.coordinates[{index}]", "The position is far from the one before on the line; look at both."));
            }
        }

        if (StatedArea.OfRoute(content, stops, boundaries) is { } elsewhere)
        {
            warnings.Add(elsewhere);
        }

        return [.. warnings, .. LatePerParty.Warnings(content)];
    }

    private static IEnumerable<(JsonNode? Line, string Field)> Drawn(JsonObject content) =>
        (content[ContentNames.AlternateRoutes] as JsonArray ?? []).Select((line, index) => (line, $"{ContentNames.AlternateRoutes}[{index}]"))
            .Prepend((content[ContentNames.RouteGeometry], ContentNames.RouteGeometry));

    // The first place where a line goes further at once than a movement does.
    private static int? Jump(JsonNode? line, double most)
    {
        var along = RouteLines.Directions(line);
        return Enumerable.Range(1, Math.Max(0, along.Count - 1)).Where(index => along[index].MetresTo(along[index - 1]) > most * 1_000).Select(index => (int?)index).FirstOrDefault();
    }

    private static string Far((double Lat, double Lon) from, (double Lat, double Lon) here, double most) =>
        Math.Abs(here.Lon) <= 90 && Places.Kilometres(from, (here.Lon, here.Lat)) <= most
            ? "Latitude and longitude look swapped: exchanged, the stop is near the one before."
            : "The stop is far from the one before; look at both positions.";
}
