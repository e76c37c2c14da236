using System.Collections.Frozen;
using System.Text.Json;
using ContactGroup.Hosting.WebClient;
using Microsoft.Extensions.FileProviders;

namespace ContactGroup.Movements.Domain.Areas;

/// <summary>Reads boundaries from a file of the format of the map's ground, docs/operate/the-ground-of-the-map.md. Lines, points and areas without a code are passed over.</summary>
internal static class BoundaryFile
{
    private const string NoArea = "The file has no area whose position could be checked: a feature of kind country, admin1 or admin2 with a pcode, as Polygon or MultiPolygon.";

    private static readonly string[] Kinds = ["country", "admin1", "admin2"];

    /// <summary>Reads a file once. A fault says what is wrong and what would be right.</summary>
    public static (Boundaries? Boundaries, string? Fault) Read(string path)
    {
        var (file, fault) = GroundFile.Read(path);
        return file is null ? (null, fault) : AreasOf(file) is { } boundaries ? (boundaries, null) : (null, NoArea);
    }

    /// <summary>What a file of that format, which was looked at, has of areas with a code; null where it has none.</summary>
    public static Boundaries? AreasOf(IFileInfo file)
    {
        using var stream = file.CreateReadStream();
        using var ground = JsonDocument.Parse(stream);
        var areas = ground.RootElement.GetProperty("features").EnumerateArray()
            .Where(feature => Kinds.Contains(TextOf(feature, "kind"), StringComparer.Ordinal))
            .Select(feature => (Code: TextOf(feature, "pcode")?.Trim(), Name: TextOf(feature, "name"), Shapes: ShapesOf(feature.GetProperty("geometry"))))
            .Where(area => area.Code is { Length: > 0 } && area.Shapes.Count > 0)
            .GroupBy(area => area.Code!, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(parts => parts.Key, parts => AreaOf(parts.Key, parts.First().Name, [.. parts.SelectMany(part => part.Shapes)]), StringComparer.OrdinalIgnoreCase);
        return areas.Count == 0 ? null : new Boundaries(areas);
    }

    private static Area AreaOf(string code, string? name, IReadOnlyList<AreaShape> shapes) => new(string.IsNullOrWhiteSpace(name) ? code : $"{name.Trim()} ({code})", shapes);

    private static IReadOnlyList<AreaShape> ShapesOf(JsonElement geometry) => geometry.GetProperty("type").GetString() switch
    {
        "Polygon" => [ShapeOf(geometry.GetProperty("coordinates"))],
        "MultiPolygon" => [.. geometry.GetProperty("coordinates").EnumerateArray().Select(ShapeOf)],
        _ => [],
    };

    private static AreaShape ShapeOf(JsonElement rings) =>
        new([.. rings.EnumerateArray().Select(ring => ring.EnumerateArray().Select(corner => (corner[0].GetDouble(), corner[1].GetDouble())).ToArray())]);

    private static string? TextOf(JsonElement feature, string name) =>
        feature.GetProperty("properties").TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
