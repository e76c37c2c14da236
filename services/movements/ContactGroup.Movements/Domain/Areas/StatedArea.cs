using System.Globalization;
using System.Text.Json.Nodes;

namespace ContactGroup.Movements.Domain.Areas;

/// <summary>Compares a position with the country and the administrative areas that the same notification states.</summary>
internal static class StatedArea
{
    /// <summary>Outlines are simplified, and areas end where nobody put up a post.</summary>
    private const double SlackMetres = 1_000;

    private const double FewMetres = 10_000;

    // The largest first: who is outside the country is outside all of it.
    private static readonly string[] Stated = [ContentNames.Country, ContentNames.Admin1Pcode, ContentNames.Admin2Pcode];

    /// <summary>What to look at; null where it is in all that is known of, or nothing is known.</summary>
    /// <param name="content">The notification.</param>
    /// <param name="field">The position's field.</param>
    /// <param name="position">Decimal degrees, WGS84.</param>
    /// <param name="metres">How far what it stands for may be from it.</param>
    /// <param name="boundaries">Where areas lie.</param>
    public static Warning? Of(JsonObject content, string field, (double Lat, double Lon) position, double metres, Boundaries boundaries)
    {
        var most = metres + SlackMetres;
        var areas = Stated.Select(name => boundaries.Find((string?)content[name])).OfType<Area>().ToList();
        return areas.Find(area => !area.IsWithin(position, most)) is not { } missed ? null
            : Places.Swapped(position) is { } swapped && areas.TrueForAll(area => area.IsWithin(swapped, most))
                ? new Warning(field, $"Latitude and longitude look swapped: exchanged, the position is in {areas[^1].Name}.")
                : new Warning(field, $"The position is {Distance(missed.MetresFrom(position))} outside {missed.Name}; look at the position and at the area.");
    }

    /// <summary>Whether nothing of a route is in the country that it states. A convoy may well cross a border.</summary>
    public static Warning? OfRoute(JsonObject content, IReadOnlyList<(double Lat, double Lon)> stops, Boundaries boundaries) =>
        boundaries.Find((string?)content[ContentNames.Country]) is { } country && !stops.Any(stop => country.IsWithin(stop, SlackMetres))
            ? new Warning(ContentNames.Country, $"No stop of the route is in {country.Name}; look at the country and at the positions.")
            : null;

    private static string Distance(double metres) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(metres / 1_000, metres < FewMetres ? 1 : 0)} km");
}
