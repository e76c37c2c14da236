using System.Text.RegularExpressions;

namespace ContactGroup.Release.Domain.Scanning;

/// <summary>
/// Kilometre markers: the unit before the number, as in <c>RN2 km 14</c>. The number before the unit is a distance and tells no place.
/// </summary>
internal static class RoadMarkers
{
    private static readonly Regex Marker = Patterns.InAnyCase(
        @"\b(?:km|pk|kp|kms|mile ?(?:marker|post)|milestone|kilometres?|kilometers?|point kilometrique|borne|كم|الكيلو|كيلو|كيلومتر|الكيلومتر)[ .:#\-]{0,2}(?:n° ?|no\.? ?|رقم )?\d{1,4}(?:[.,+]\d{1,3})?\b");

    // 14 km 20 minutes: what precedes the unit already counted it.
    private static readonly Regex Counted = Patterns.AsWritten(@"(?:\A|[ \n(,;:~])\d{1,4}(?:[.,]\d{1,3})? ?\z");

    public static IEnumerable<Place> Find(string text) =>
        Marker.Matches(text)
            .Where(match => !Counted.IsMatch(Patterns.Before(text, match.Index, 10)))
            .Select(match => new Place(FindingKind.RoadMarker, match.Index, match.Length));
}
