using System.Globalization;
using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Release.Domain;

/// <summary>
/// What a coarse value looks like, by class. A combination that is not listed has no coarse form and is left out: coarse never falls back to full.
/// </summary>
internal static class Coarsening
{
    /// <summary>Edge of a grid cell in degrees, about 11 km of latitude. Cells are fixed, so several reports of one place do not narrow it down.</summary>
    public const double CellDegrees = 0.1;

    public static JsonNode? Apply(FieldSpec field, JsonNode value) => (field.Class, field.Shape) switch
    {
        (FieldClass.Category or FieldClass.Status or FieldClass.Severity, _) => value.DeepClone(),
        (FieldClass.Area, _) => IsFirstLevel(field.Name) ? value.DeepClone() : null,
        (FieldClass.Location, FieldShape.Point) => Cell(value),
        (FieldClass.Location, FieldShape.Route or FieldShape.Outline) => Cells(value as JsonArray),
        (FieldClass.Location, FieldShape.Line) => Cells(Along(value)),
        (FieldClass.Location, FieldShape.Lines) => Cells(value is JsonArray lines ? [.. lines.SelectMany(line => Along(line) ?? []).Select(at => at?.DeepClone())] : null),
        (FieldClass.Time, FieldShape.Instant) => Day(value),
        (FieldClass.Organisation, FieldShape.Organisation) => TypeOnly(value),
        (FieldClass.Asset, FieldShape.Vehicles) => HowMany(value),
        (FieldClass.Staff, FieldShape.Count) => Band(value),
        (FieldClass.Staff, FieldShape.Counts) => Bands(value),
        _ => null,
    };

    private static bool IsFirstLevel(string field) =>
        field.StartsWith("country", StringComparison.Ordinal) || field.StartsWith("admin1", StringComparison.Ordinal);

    private static JsonObject? Cell(JsonNode value) =>
        Number(value["lat"]) is { } lat && Number(value["lon"]) is { } lon
            ? new JsonObject { ["coarse"] = true, ["lat"] = Centre(lat), ["lon"] = Centre(lon), ["cellDegrees"] = CellDegrees }
            : null;

    // Each cell once and in a fixed order, so that neither the number of stops nor the direction of travel shows.
    private static JsonObject? Cells(JsonArray? route) => route is null ? null : new JsonObject
    {
        ["coarse"] = true,
        ["cells"] = new JsonArray([.. route
            .Select(stop => stop is JsonObject ? Cell(stop) : null)
            .OfType<JsonObject>()
            .DistinctBy(cell => ((double)cell["lat"]!, (double)cell["lon"]!))
            .OrderBy(cell => ((double)cell["lat"]!, (double)cell["lon"]!))]),
    };

    // Positions of GeoJSON, longitude first, as positions of ours.
    private static JsonArray? Along(JsonNode? line) => (line as JsonObject)?["coordinates"] is not JsonArray along ? null :
    [
        .. along.OfType<JsonArray>().Where(at => at.Count > 1).Select(at => new JsonObject { ["lat"] = at[1]?.DeepClone(), ["lon"] = at[0]?.DeepClone() }),
    ];

    private static JsonObject? HowMany(JsonNode value) =>
        value is JsonArray vehicles ? new JsonObject { ["coarse"] = true, ["band"] = BandOf(vehicles.Count) } : null;

    private static double Centre(double degrees) => Math.Round((Math.Floor(degrees / CellDegrees) * CellDegrees) + (CellDegrees / 2), 2);

    private static JsonObject? Day(JsonNode value) =>
        Text(value) is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? new JsonObject { ["coarse"] = true, ["day"] = instant.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }
            : null;

    private static JsonObject? TypeOnly(JsonNode value) =>
        Text(value["constituency"]) is { } constituency ? new JsonObject { ["coarse"] = true, ["constituency"] = constituency } : null;

    private static JsonObject? Band(JsonNode value) =>
        Number(value) is { } count ? new JsonObject { ["coarse"] = true, ["band"] = BandOf(count) } : null;

    private static JsonObject? Bands(JsonNode value)
    {
        if (value is not JsonObject counts)
        {
            return null;
        }

        var bands = new JsonObject { ["coarse"] = true };
        foreach (var (name, count) in counts)
        {
            if (Number(count) is { } number)
            {
                bands[name] = BandOf(number);
            }
        }

        return bands;
    }

    private static string BandOf(double count) => count switch
    {
        <= 0 => "0",
        < 5 => "1-4",
        < 20 => "5-19",
        _ => "20+",
    };

    private static double? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<double>(out var number) ? number : null;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
