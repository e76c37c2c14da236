using System.Globalization;
using System.Text.Json.Nodes;
using ContactGroup.Movements.Domain.Areas;

namespace ContactGroup.Movements.Domain.Sites;

/// <summary>Looks at what a site says of its position for the mistakes that positions are known for, by the notification and by where the areas lie that it states.</summary>
internal static class SiteWarnings
{
    private const int DoubtfulMetres = 100;
    private const double OutsideMetres = 500;

    /// <summary>What to look at; nothing once the site is removed.</summary>
    public static IEnumerable<Warning> For(JsonObject content, Boundaries boundaries) =>
        (string?)content[ContentNames.State] == SiteStates.Removed ? [] : Of(content, boundaries).OfType<Warning>();

    private static IEnumerable<Warning?> Of(JsonObject content, Boundaries boundaries)
    {
        var position = SiteReading.PositionOf(content);
        yield return Places.IsCoarse(position) ? new Warning(SiteNames.Position, "The position has few decimals; five or more say where a place is.") : null;
        yield return (int)content[SiteNames.Accuracy]! is > DoubtfulMetres and var metres
            ? new Warning(SiteNames.Accuracy, string.Create(CultureInfo.InvariantCulture, $"The position may be off by {metres} metres, which is further than the next houses; take it at the place if you can."))
            : null;
        yield return (string?)content[SiteNames.CoordinateMethod] == "REPORTED"
            ? new Warning(SiteNames.CoordinateMethod, "The position is as reported by others; look at it on a map or imagery before somebody relies on it.")
            : null;
        yield return Outside(position, SiteReading.FootprintOf(content));
        yield return StatedArea.Of(content, SiteNames.Position, position, (int)content[SiteNames.Accuracy]!, boundaries);
    }

    private static Warning? Outside((double Lat, double Lon) position, IReadOnlyList<(double Lat, double Lon)> footprint)
    {
        if (footprint.Count == 0)
        {
            return null;
        }

        var polygon = new Polygon(footprint);
        return polygon.MetresFrom(position) <= OutsideMetres ? null
            : Places.Swapped(position) is { } swapped && polygon.MetresFrom(swapped) <= OutsideMetres
                ? new Warning(SiteNames.Position, "Latitude and longitude look swapped: exchanged, the position is at the footprint.")
                : new Warning(SiteNames.Footprint, "The footprint is far from the position; look at both.");
    }
}
