using System.Text.Json.Nodes;

namespace ContactGroup.Movements.Domain;

/// <summary>Something that may be wrong with a position. The notification is taken all the same: only who drives the road knows.</summary>
/// <param name="Field">The field, as a request names it.</param>
/// <param name="Text">What to look at, in a sentence.</param>
internal sealed record Warning(string Field, string Text);

/// <summary>Looks at a route for the mistakes that positions are known for: swapped, truncated, far from the stop before.</summary>
internal static class Warnings
{
    private const double EarthKilometres = 6_371;

    /// <summary>Longest believable way between two stops of one movement.</summary>
    private const double FarKilometres = 500;
    private const double FarByAirOrSeaKilometres = 4_000;

    /// <summary>Hundredths of a degree are a kilometre: a position without more was cut off somewhere.</summary>
    private const double Coarse = 100;

    public static IReadOnlyList<Warning> For(JsonObject content)
    {
        var most = (string?)content[ContentNames.Mode] is "AIR_FIXED" or "AIR_ROTARY" or "SEA" ? FarByAirOrSeaKilometres : FarKilometres;
        var warnings = new List<Warning>();
        (double Lat, double Lon)? before = null;
        foreach (var (stop, index) in ((JsonArray)content[ContentNames.Route]!).Select((stop, index) => (stop!, index)))
        {
            var here = ((double)stop["lat"]!, (double)stop["lon"]!);
            var text = before is { } from && Kilometres(from, here) > most ? Far(from, here, most) : IsCoarse(here) ? "The position has few decimals; five or more say where a place is." : null;
            if (text is not null)
            {
                warnings.Add(new Warning($"{ContentNames.Route}[{index}]", text));
            }

            before = here;
        }

        return warnings;
    }

    private static string Far((double Lat, double Lon) from, (double Lat, double Lon) here, double most) =>
        Math.Abs(here.Lon) <= 90 && Kilometres(from, (here.Lon, here.Lat)) <= most
            ? "Latitude and longitude look swapped: exchanged, the stop is near the one before."
            : "The stop is far from the one before; look at both positions.";

    private static bool IsCoarse((double Lat, double Lon) position) => IsCut(position.Lat) && IsCut(position.Lon);

    private static bool IsCut(double degrees) => Math.Abs((degrees * Coarse) - Math.Round(degrees * Coarse)) < 1e-6;

    /// <summary>Great-circle distance.</summary>
    internal static double Kilometres((double Lat, double Lon) from, (double Lat, double Lon) to)
    {
        var (lat1, lat2) = (double.DegreesToRadians(from.Lat), double.DegreesToRadians(to.Lat));
        var north = Math.Sin((lat2 - lat1) / 2);
        var east = Math.Sin(double.DegreesToRadians(to.Lon - from.Lon) / 2);
        return 2 * EarthKilometres * Math.Asin(Math.Min(1, Math.Sqrt((north * north) + (Math.Cos(lat1) * Math.Cos(lat2) * east * east))));
    }
}
