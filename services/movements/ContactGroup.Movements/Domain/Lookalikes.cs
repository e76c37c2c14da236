using System.Globalization;

namespace ContactGroup.Movements.Domain;

/// <summary>
/// Compares a place with those that the same organisation notified in the same room. INVARIANT: with nobody else's, and with no other room's: a warning would
/// tell that they exist.
/// </summary>
internal static class Lookalikes
{
    /// <summary>How far around a place names are compared.</summary>
    public const double NameKilometres = 2;

    /// <summary>Within this of each other two sites, or two stops, are taken for one.</summary>
    public const double SameKilometres = 0.15;

    private const int Most = 5;

    /// <summary>What looks like the same place, the nearest first.</summary>
    /// <param name="place">The place that is notified.</param>
    /// <param name="near">Places within <see cref="NameKilometres"/> or somewhat more.</param>
    public static IEnumerable<Warning> Of(NotifiedPlace place, IReadOnlyList<OwnPlace> near) => near
        .Select(other => (Other: other, Kilometres: Places.Kilometres(place.Position, other.Position)))
        .OrderBy(pair => pair.Kilometres)
        .Select(pair => WarningOf(place, pair.Other, pair.Kilometres))
        .OfType<Warning>()
        .DistinctBy(warning => warning.Text, StringComparer.Ordinal)
        .Take(Most);

    /// <summary>Whether the numbers look exchanged: the organisation has nothing near the position, and has something where it is when they are exchanged.</summary>
    public static Warning? Swapped(bool isNearOwn, bool isNearOwnWhenSwapped) => !isNearOwn && isNearOwnWhenSwapped
        ? new Warning("position", "Latitude and longitude look swapped: exchanged, the position is near other places that your organisation notified, and as it is it is not.")
        : null;

    // Who drives to a site of one's own is right to be at it; of a stop that is called the same and lies elsewhere, one of the positions is wrong.
    private static Warning? WarningOf(NotifiedPlace place, OwnPlace other, double kilometres) =>
        kilometres <= SameKilometres
            ? other.IsStop ? null : new Warning("position", $"{other.Reference} of your organisation is {Metres(kilometres)} away. If it is the same site, amend that one, or remove it.")
        : kilometres <= NameKilometres && PlaceNames.AreAlike(place.Names, other.AllNames)
            ? new Warning("name", other.IsStop
                ? $"A stop of {other.Reference} of your organisation has a similar name and is {Metres(kilometres)} away; look at both positions."
                : $"{other.Reference} of your organisation has a similar name and is {Metres(kilometres)} away. If it is the same site, amend that one, or remove it.")
        : null;

    private static string Metres(double kilometres) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(kilometres * 1_000)} m");
}
