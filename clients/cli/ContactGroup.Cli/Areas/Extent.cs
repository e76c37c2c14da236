using System.Text.Json;

namespace ContactGroup.Cli.Areas;

/// <summary>What an area reaches to in each direction, in degrees. Twin: <c>clients/web/src/map/pcodes.ts</c>.</summary>
internal sealed record Extent(double South, double West, double North, double East)
{
    private const double EarthMetres = 6_371_000;

    /// <summary>Around a place that is a point, in degrees.</summary>
    private const double AroundPoint = 0.05;

    private const int Decimals = 2;

    /// <summary>Half the globe: what is wider was drawn to both ends of the map.</summary>
    public bool IsAcrossTheDateLine => East - West > 180;

    /// <summary>Latitude of the middle.</summary>
    public double Lat => Math.Round((South + North) / 2, Decimals);

    /// <summary>Longitude of the middle.</summary>
    public double Lon => Math.Round((West + East) / 2, Decimals);

    /// <summary>Metres from the middle to the farthest corner, rounded up to a hundred.</summary>
    public int Reach => (int)Math.Ceiling(((double[])[South, North]).SelectMany(lat => ((double[])[West, East]).Select(lon => MetresTo(lat, lon))).Max() / 100) * 100;

    /// <summary>Around all corners of some coordinates as GeoJSON has them, longitude first; null where there are none.</summary>
    public static Extent? Around(IEnumerable<JsonElement?> coordinates)
    {
        var corners = coordinates.SelectMany(Corners).ToList();
        return corners.Count == 0 ? null : new Extent(
            Math.Max(-90, corners.Min(corner => corner.Lat) - AroundPoint),
            Math.Max(-180, corners.Min(corner => corner.Lon) - AroundPoint),
            Math.Min(90, corners.Max(corner => corner.Lat) + AroundPoint),
            Math.Min(180, corners.Max(corner => corner.Lon) + AroundPoint));
    }

    private static IEnumerable<(double Lat, double Lon)> Corners(JsonElement? part)
    {
        if (part is not { ValueKind: JsonValueKind.Array } list)
        {
            return [];
        }

        return list.GetArrayLength() > 1 && list[0].ValueKind is JsonValueKind.Number && list[1].ValueKind is JsonValueKind.Number
            ? [(list[1].GetDouble(), list[0].GetDouble())]
            : list.EnumerateArray().SelectMany(inner => Corners(inner));
    }

    private double MetresTo(double lat, double lon)
    {
        var (here, there) = (double.DegreesToRadians(Lat), double.DegreesToRadians(lat));
        var north = Math.Sin((there - here) / 2);
        var east = Math.Sin(double.DegreesToRadians(lon - Lon) / 2);
        return 2 * EarthMetres * Math.Asin(Math.Min(1, Math.Sqrt((north * north) + (Math.Cos(here) * Math.Cos(there) * east * east))));
    }
}
