using System.Text.Json;

namespace ContactGroup.Standalone;

/// <summary>
/// Looks at a file for the ground of the map before it is served: a mistake in it is the operator's to hear at the start, not somebody's on a road. Twin:
/// <c>clients/web/src/map/ground.ts</c>, which looks at every corner.
/// </summary>
internal static class GroundFile
{
    /// <summary>Largest file, in bytes.</summary>
    internal const long MostBytes = 4_000_000;

    private const int MostFeatures = 5_000;
    private const int LongestAttribution = 300;
    private const int LongestName = 80;

    private static readonly string[] Kinds = ["land", "country", "admin1", "admin2", "disputed", "water", "river", "road", "place"];
    private static readonly string[] Shapes = ["Point", "LineString", "MultiLineString", "Polygon", "MultiPolygon"];

    /// <summary>What is wrong with it and what would be right, in a sentence; null when it can be served.</summary>
    public static string? FaultOf(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            return "There is no such file.";
        }

        if (file.Length > MostBytes)
        {
            return $"The file has more than {MostBytes} bytes; simplify its lines.";
        }

        try
        {
            using var ground = JsonDocument.Parse(File.ReadAllBytes(path));
            return FaultOf(ground.RootElement);
        }
        catch (JsonException)
        {
            return "The file is no JSON.";
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return "The file cannot be read by this process.";
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

        return features.EnumerateArray().Select((feature, index) => FaultOf(feature, index + 1)).FirstOrDefault(fault => fault is not null);
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

        return Shapes.Contains(Text(Member(feature, "geometry"), "type"), StringComparer.Ordinal)
            ? null
            : $"Feature {number} needs a geometry, one of {string.Join(", ", Shapes)}.";
    }

    private static JsonElement? Member(JsonElement? whole, string name) =>
        whole is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement? whole, string name) =>
        Member(whole, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
