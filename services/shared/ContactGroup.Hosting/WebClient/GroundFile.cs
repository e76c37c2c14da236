using System.Text.Json;
using Microsoft.Extensions.FileProviders;

namespace ContactGroup.Hosting.WebClient;

/// <summary>
/// Looks at a file for the ground of the map before it is served: a mistake in it is the operator's to hear at the start, not somebody's on a road. INVARIANT:
/// what is served here is drawn by every browser. Twin: <c>clients/web/src/map/ground.ts</c>.
/// </summary>
public static class GroundFile
{
    /// <summary>Largest file, in bytes.</summary>
    public const long MostBytes = 4_000_000;

    private const int MostFeatures = 5_000;
    private const int MostCorners = 200_000;
    private const int LongestAttribution = 300;
    private const int LongestName = 80;

    private static readonly string TooLarge = $"The file has more than {MostBytes} bytes; simplify its lines.";
    private static readonly string[] Kinds = ["land", "country", "admin1", "admin2", "disputed", "water", "river", "road", "place"];
    private static readonly string[] Shapes = ["Point", "LineString", "MultiLineString", "Polygon", "MultiPolygon"];

    /// <summary>Reads a file once. Its bytes are what was looked at: they are served, whatever becomes of the file. A fault says what is wrong and what would be right.</summary>
    public static (IFileInfo? File, string? Fault) Read(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            return (null, "There is no such file.");
        }

        if (file.Length > MostBytes)
        {
            return (null, TooLarge);
        }

        try
        {
            var bytes = File.ReadAllBytes(path);
            var fault = bytes.Length > MostBytes ? TooLarge : FaultOf(bytes); // it may have grown meanwhile
            return (fault is null ? new GroundInMemory(bytes, new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero)) : null, fault);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return (null, "The file cannot be read by this process.");
        }
    }

    private static string? FaultOf(byte[] bytes)
    {
        try
        {
            using var ground = JsonDocument.Parse(bytes);
            return FaultOf(ground.RootElement);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException) // the latter: bytes that are no UTF-8
        {
            return "The file is no JSON.";
        }
    }

    private static string? FaultOf(JsonElement ground)
    {
        if (Text(ground, "type") != "FeatureCollection" || !ground.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array)
        {
            return "The file is no GeoJSON collection of features.";
        }

        if (Text(ground, "attribution") is not { Length: > 0 and <= LongestAttribution })
        {
            return $"The member attribution says whose lines these are, in at most {LongestAttribution} characters.";
        }

        if (features.GetArrayLength() > MostFeatures)
        {
            return $"The file has more than {MostFeatures} features; leave out the small ones.";
        }

        if (ground.TryGetProperty("bbox", out var box) && !GroundShape.IsBox(box))
        {
            return "The member bbox is west, south, east and north in decimal degrees, west before east and south before north.";
        }

        return features.EnumerateArray().Select((feature, index) => FaultOf(feature, index + 1)).FirstOrDefault(fault => fault is not null)
            ?? (features.EnumerateArray().Sum(feature => GroundShape.CornersOf(Member(feature, "geometry"))) > MostCorners
                ? $"The file has more than {MostCorners} corners; simplify its lines."
                : null);
    }

    private static string? FaultOf(JsonElement feature, int number)
    {
        if (!Kinds.Contains(Text(Member(feature, "properties"), "kind"), StringComparer.Ordinal))
        {
            return $"Feature {number} needs a property kind, one of {string.Join(", ", Kinds)}.";
        }

        if (((string[])["name", "pcode"]).Any(name => Text(Member(feature, "properties"), name)?.Length > LongestName))
        {
            return $"Feature {number} has a name or P-code of more than {LongestName} characters.";
        }

        var geometry = Member(feature, "geometry");
        var shape = Text(geometry, "type");
        if (!Shapes.Contains(shape, StringComparer.Ordinal))
        {
            return $"Feature {number} needs a geometry, one of {string.Join(", ", Shapes)}.";
        }

        return GroundShape.IsDrawable(shape!, Member(geometry, "coordinates"))
            ? null
            : $"Feature {number} needs coordinates of longitude and latitude in decimal degrees, two at least for a line and three for a ring.";
    }

    private static JsonElement? Member(JsonElement? whole, string name) =>
        whole is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement? whole, string name) =>
        Member(whole, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
