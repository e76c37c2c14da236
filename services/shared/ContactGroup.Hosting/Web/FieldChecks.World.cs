using System.Globalization;

namespace ContactGroup.Hosting.Web;

public sealed partial class FieldChecks
{
    /// <summary>A WGS84 position in decimal degrees: both given or both absent, latitude -90 to 90, longitude -180 to 180.</summary>
    public void Coordinates(string latField, double? lat, string lonField, double? lon)
    {
        That(lat is not null || lon is null, latField, "Give the latitude together with the longitude.");
        That(lon is not null || lat is null, lonField, "Give the longitude together with the latitude.");
        if (lat is { } north && !(north is >= -90 and <= 90))
        {
            Add(latField, lon is >= -90 and <= 90 && north is >= -180 and <= 180
                ? "Give decimal degrees from -90 to 90; latitude and longitude may be swapped."
                : "Give decimal degrees from -90 to 90.");
        }

        if (lon is { } east && !(east is >= -180 and <= 180))
        {
            Add(lonField, "Give decimal degrees from -180 to 180.");
        }
    }

    /// <summary>An instant within bounds, both included. Absent passes.</summary>
    public void Instant(string field, DateTimeOffset? value, DateTimeOffset? earliest = null, DateTimeOffset? latest = null)
    {
        That(!(value < earliest), field, $"Give an instant not before {Show(earliest)}.");
        That(!(value > latest), field, $"Give an instant not after {Show(latest)}.");
    }

    /// <summary>Two instants in order. Either absent passes; equal passes.</summary>
    public void Order(string startField, DateTimeOffset? start, string endField, DateTimeOffset? end) =>
        That(!(end < start), endField, $"The end is before the start; give an instant not before {startField}.");

    /// <summary>Two days in order. Either absent passes; equal passes.</summary>
    public void Order(string startField, DateOnly? start, string endField, DateOnly? end) =>
        That(!(end < start), endField, $"The end is before the start; give a day not before {startField}.");

    private static string Show(DateTimeOffset? instant) =>
        instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? string.Empty;
}
