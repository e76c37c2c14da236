using System.Text.Json;

namespace ContactGroup.Hosting.WebClient;

/// <summary>The geometry of a ground: whether browsers can draw it. Longitude first, as GeoJSON has it. Twin: <c>clients/web/src/map/ground.ts</c>.</summary>
internal static class GroundShape
{
    private const int FewestOfLine = 2;
    private const int FewestOfRing = 3;

    /// <summary>Whether it is west, south, east and north, in this order, on the globe.</summary>
    public static bool IsBox(JsonElement box)
    {
        if (box.ValueKind != JsonValueKind.Array || box.GetArrayLength() != 4)
        {
            return false;
        }

        return Degrees(box[0], 180) is { } west && Degrees(box[1], 90) is { } south && Degrees(box[2], 180) is { } east && Degrees(box[3], 90) is { } north
            && west < east && south < north;
    }

    /// <summary>Whether every corner of a geometry is on the globe, and there are enough of them.</summary>
    public static bool IsDrawable(string shape, JsonElement? coordinates) => coordinates is { ValueKind: JsonValueKind.Array } there && shape switch
    {
        "Point" => IsCorner(there),
        "LineString" => AreCorners(there, FewestOfLine),
        "MultiLineString" => there.EnumerateArray().All(line => AreCorners(line, FewestOfLine)),
        "Polygon" => IsArea(there),
        "MultiPolygon" => there.EnumerateArray().All(IsArea),
        _ => false,
    };

    /// <summary>How many corners a geometry has that can be drawn.</summary>
    public static int CornersOf(JsonElement? geometry) =>
        geometry is { ValueKind: JsonValueKind.Object } shape && shape.TryGetProperty("coordinates", out var coordinates) ? Corners(coordinates) : 0;

    private static int Corners(JsonElement part) => part.ValueKind != JsonValueKind.Array ? 0 : IsCorner(part) ? 1 : part.EnumerateArray().Sum(Corners);

    private static bool IsArea(JsonElement rings) =>
        rings.ValueKind == JsonValueKind.Array && rings.GetArrayLength() > 0 && rings.EnumerateArray().All(ring => AreCorners(ring, FewestOfRing));

    private static bool AreCorners(JsonElement line, int fewest) =>
        line.ValueKind == JsonValueKind.Array && line.GetArrayLength() >= fewest && line.EnumerateArray().All(IsCorner);

    private static bool IsCorner(JsonElement corner) =>
        corner.ValueKind == JsonValueKind.Array && corner.GetArrayLength() >= 2 && Degrees(corner[0], 180) is not null && Degrees(corner[1], 90) is not null;

    private static double? Degrees(JsonElement value, double most) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var degrees) && Math.Abs(degrees) <= most ? degrees : null;
}
