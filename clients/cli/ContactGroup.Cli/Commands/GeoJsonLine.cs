using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContactGroup.Cli.Commands;

/// <summary>The one line of a GeoJSON file: a LineString, a feature that has one, or a collection that has one. Nothing else of the file is read or sent.</summary>
internal static class GeoJsonLine
{
    private const string Remedy = "Give a GeoJSON file with one LineString: the geometry itself, a feature of it, or a collection in which nothing else is a line.";
    private const int MostBytes = 2_000_000;

    /// <summary>Reads a file.</summary>
    /// <param name="option">Which option named it.</param>
    /// <param name="path">Where it is.</param>
    /// <returns><c>{type, coordinates}</c> with longitude and latitude alone.</returns>
    /// <exception cref="CliException">There is no such file, or not one line in it.</exception>
    public static JsonObject Read(string option, string path)
    {
        try
        {
            if (new FileInfo(path).Length > MostBytes)
            {
                throw new CliException(ExitCode.Refused, $"{option}: {path} is longer than 2 MB.", "A line has at most 500 positions; give it with fewer.");
            }

            return LinesIn(JsonNode.Parse(File.ReadAllText(path))).Take(2).ToList() is [var only]
                ? only
                : throw new CliException(ExitCode.Refused, $"{option}: {path} does not have exactly one line.", Remedy);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Refused, $"{option}: {path} cannot be read: {missing.Message}", $"Give {option} the path of a GeoJSON file that you can read.");
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new CliException(ExitCode.Refused, $"{option}: {path} is not GeoJSON: {wrong.Message}", Remedy);
        }
    }

    private static IEnumerable<JsonObject> LinesIn(JsonNode? node) => node is not JsonObject found ? [] : (string?)found["type"] switch
    {
        "LineString" => [Line(Array(found["coordinates"]))],
        "MultiLineString" => Array(found["coordinates"]).Select(line => Line(Array(line))),
        "Feature" => LinesIn(found["geometry"]),
        "FeatureCollection" => Array(found["features"]).SelectMany(LinesIn),
        "GeometryCollection" => Array(found["geometries"]).SelectMany(LinesIn),
        _ => [],
    };

    private static JsonArray Array(JsonNode? node) => node as JsonArray ?? throw new JsonException("a list is missing");

    private static double Degrees(JsonNode? position, int index) =>
        Array(position) is var both && both.Count > index && both[index] is JsonValue number && number.TryGetValue<double>(out var degrees)
            ? degrees
            : throw new JsonException("a position is not longitude and latitude");

    // Heights and whatever a device adds stay behind.
    private static JsonObject Line(JsonArray positions) => new()
    {
        ["type"] = "LineString",
        ["coordinates"] = new JsonArray([.. positions.Select(position => new JsonArray(Degrees(position, 0), Degrees(position, 1)))]),
    };
}
