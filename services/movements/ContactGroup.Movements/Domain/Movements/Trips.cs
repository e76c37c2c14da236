using System.Text.Json.Nodes;

namespace ContactGroup.Movements.Domain.Movements;

/// <summary>
/// Compares a movement with those that the same organisation notified in the same room for the same time. INVARIANT: with nobody else's, and with no other room's: a
/// warning would tell that they exist.
/// </summary>
internal static class Trips
{
    private const int Most = 5;

    /// <summary>What is compared of a movement; null once it is over.</summary>
    public static Trip? Of(Notification movement) => States.IsOver(movement.State) ? null : new Trip(
        ContentRules.Instant(movement.Content, ContentNames.WindowStart),
        ContentRules.Instant(movement.Content, ContentNames.WindowEnd),
        [.. ((JsonArray)movement.Content[ContentNames.Route]!).Select(stop => ((double)stop!["lat"]!, (double)stop["lon"]!))],
        [.. (movement.Content[ContentNames.Vehicles] as JsonArray ?? []).Select(vehicle => Plate((string?)vehicle?["plate"])).Where(plate => plate.Length > 0).Distinct(StringComparer.Ordinal)]);

    /// <summary>What looks like the same movement, the earliest first.</summary>
    /// <param name="trip">The movement that is notified.</param>
    /// <param name="others">Those of the same organisation whose time overlaps.</param>
    public static IEnumerable<Warning> Warnings(Trip trip, IReadOnlyList<OwnTrip> others) => others.Select(other => WarningOf(trip, other)).OfType<Warning>().Take(Most);

    private static Warning? WarningOf(Trip trip, OwnTrip other) =>
        AreTheSame(trip.Stops, other.Stops)
            ? new Warning(ContentNames.Route, $"{other.Reference} of your organisation goes the same way in the same time. If it is the same movement, amend that one, and withdraw this one.")
        : trip.Plates.Intersect(other.Plates, StringComparer.Ordinal).Any()
            ? new Warning(ContentNames.Vehicles, $"{other.Reference} of your organisation has a vehicle of the same registration in the same time; look at both.")
        : null;

    // From the same place to the same place, by stops of which one movement has none that the other does not pass. The way back is another movement.
    private static bool AreTheSame(IReadOnlyList<(double Lat, double Lon)> stops, IReadOnlyList<(double Lat, double Lon)> others)
    {
        if (!IsAt(stops[0], others[0]) || !IsAt(stops[^1], others[^1]))
        {
            return false;
        }

        var (fewer, more) = stops.Count <= others.Count ? (stops, others) : (others, stops);
        var next = 0;
        foreach (var stop in more)
        {
            next += next < fewer.Count && IsAt(stop, fewer[next]) ? 1 : 0;
        }

        return next == fewer.Count;
    }

    private static bool IsAt((double Lat, double Lon) stop, (double Lat, double Lon) other) => Places.Kilometres(stop, other) <= Lookalikes.SameKilometres;

    private static string Plate(string? written) => string.Concat((written ?? string.Empty).Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
