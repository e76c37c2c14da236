using System.Text.Json.Nodes;
using ContactGroup.Movements.Domain.Areas;

namespace ContactGroup.Movements.Domain.Movements;

/// <summary>Looks at a route for the mistakes that positions are known for: swapped, truncated, far from the stop before, all of it outside the country.</summary>
internal static class Warnings
{
    /// <summary>Longest believable way between two stops of one movement.</summary>
    private const double FarKilometres = 500;
    private const double FarByAirOrSeaKilometres = 4_000;

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

        if (StatedArea.OfRoute(content, stops, boundaries) is { } elsewhere)
        {
            warnings.Add(elsewhere);
        }

        return [.. warnings, .. LatePerParty.Warnings(content)];
    }

    private static string Far((double Lat, double Lon) from, (double Lat, double Lon) here, double most) =>
        Math.Abs(here.Lon) <= 90 && Places.Kilometres(from, (here.Lon, here.Lat)) <= most
            ? "Latitude and longitude look swapped: exchanged, the stop is near the one before."
            : "The stop is far from the one before; look at both positions.";
}
