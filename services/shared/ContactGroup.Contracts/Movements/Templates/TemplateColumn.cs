using System.Globalization;
using System.Text.Json.Nodes;

namespace ContactGroup.Contracts.Movements.Templates;

/// <summary>A column of a template. One rule writes its cells and reads them, so that what goes out comes in as it was.</summary>
/// <param name="Name">As it stands in the header.</param>
/// <param name="Field">The field that it holds, as a path such as <c>position.lat</c>.</param>
/// <param name="Read">The value of a cell that is not empty; null when it is none.</param>
/// <param name="Write">The cell of a value.</param>
/// <param name="Remedy">What to do about a cell that is no value.</param>
/// <param name="IsNeeded">Whether every row needs it.</param>
public sealed record TemplateColumn(
    string Name, string Field, Func<string, JsonNode?> Read, Func<JsonNode, string> Write, string Remedy, bool IsNeeded = false)
{
    /// <summary>The same, needed in every row.</summary>
    public TemplateColumn Needed => this with { IsNeeded = true };

    /// <summary>The cell of this column for these fields; empty when they do not have it.</summary>
    public string CellOf(JsonObject fields)
    {
        JsonNode? at = fields;
        foreach (var step in Field.Split('.'))
        {
            at = (at as JsonObject)?[step];
        }

        return at is null ? string.Empty : Write(at);
    }

    /// <summary>Text or a code.</summary>
    internal static TemplateColumn Text(string name, string? field = null) =>
        new(name, field ?? name, cell => JsonValue.Create(SheetText.Read(cell)), value => SheetText.Write((string)value!), string.Empty);

    /// <summary>A whole number.</summary>
    internal static TemplateColumn Count(string name) => new(
        name,
        name,
        cell => int.TryParse(Digits(cell), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? JsonValue.Create(count) : null,
        value => ((int)value).ToString(CultureInfo.InvariantCulture),
        "Give a whole number.");

    /// <summary>A number that may have decimals.</summary>
    internal static TemplateColumn Number(string name) => new(name, name, ReadDegrees, WriteDegrees, "Give a number, such as 12.5.");

    /// <summary>A yes or no.</summary>
    internal static TemplateColumn Flag(string name) => new(name, name, ReadFlag, value => (bool)value ? "yes" : "no", "Give yes or no.");

    /// <summary>Several codes of a list.</summary>
    internal static TemplateColumn Listed(string name) => new(
        name,
        name,
        cell => new JsonArray([.. cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(code => JsonValue.Create(SheetText.Read(code)))]),
        value => string.Join("; ", ((JsonArray)value).Select(code => SheetText.Write((string)code!))),
        string.Empty);

    /// <summary>Decimal degrees.</summary>
    internal static TemplateColumn Degrees(string name, string field, string such) => new(name, field, ReadDegrees, WriteDegrees, $"Give decimal degrees, such as {such}.");

    /// <summary>An instant; a day is its first one, UTC.</summary>
    internal static TemplateColumn Instant(string name) => Instant(name, "T00:00:00Z");

    /// <summary>An instant until which something holds; a day is its last second, UTC: who writes the day on which a convoy comes back does not mean the midnight before it.</summary>
    internal static TemplateColumn Until(string name) => Instant(name, "T23:59:59Z");

    /// <summary>Corners of an outline.</summary>
    internal static TemplateColumn Corners(string name) => new(
        name,
        name,
        ReadCorners,
        value => string.Join("; ", ((JsonArray)value).Select(corner => $"{WriteDegrees(corner!["lat"]!)} {WriteDegrees(corner["lon"]!)}")),
        "Give corners as latitude and longitude: 35.1230 39.5120; 35.1230 39.5130; 35.1240 39.5130");

    /// <summary>A line by its positions, in order along it.</summary>
    internal static TemplateColumn Line(string name) => new(name, name, ReadLine, WriteLine, "Give positions as latitude and longitude, in order: 35.1230 39.5120; 35.1240 39.5130");

    /// <summary>Several lines.</summary>
    internal static TemplateColumn Lines(string name) => new(
        name,
        name,
        cell => cell.Split('|', StringSplitOptions.TrimEntries).Select(ReadLine).ToArray() is var lines && Array.TrueForAll(lines, line => line is not null) ? new JsonArray(lines) : null,
        value => string.Join(" | ", ((JsonArray)value).Select(line => WriteLine(line!))),
        "Give positions as latitude and longitude, in order, and a bar between two lines: 35.1230 39.5120; 35.1240 39.5130 | 35.1230 39.5120; 35.1250 39.5140");

    private static JsonObject? ReadLine(string cell) => ReadCorners(cell) is not { } positions ? null : new JsonObject
    {
        ["type"] = "LineString",
        ["coordinates"] = new JsonArray([.. positions.Select(at => new JsonArray(at!["lon"]!.DeepClone(), at["lat"]!.DeepClone()))]),
    };

    private static string WriteLine(JsonNode line) =>
        string.Join("; ", ((JsonArray)line["coordinates"]!).Select(at => $"{WriteDegrees(at![1]!)} {WriteDegrees(at[0]!)}"));

    private static TemplateColumn Instant(string name, string ofDay) => new(
        name, name, cell => ReadInstant(cell, ofDay), value => (string)value!, "Give a day (2026-03-01) or an instant with its offset (2026-03-01T06:00:00Z).");

    private static JsonValue? ReadInstant(string cell, string ofDay)
    {
        var text = Digits(cell);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? JsonValue.Create(text + ofDay)
            : text.Length > 10 && text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                && (text.EndsWith('Z') || text[10..].IndexOfAny(['+', '-']) > 0) ? JsonValue.Create(text)
            : null;
    }

    // As a spreadsheet writes it in English, and as this template does.
    private static JsonValue? ReadFlag(string cell) => cell.Trim().ToUpperInvariant() switch
    {
        "YES" or "TRUE" => JsonValue.Create(true),
        "NO" or "FALSE" => JsonValue.Create(false),
        _ => null,
    };

    private static JsonValue? ReadDegrees(string cell) =>
        double.TryParse(Digits(cell), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && double.IsFinite(degrees) ? JsonValue.Create(degrees) : null;

    // Without an exponent, which is no decimal degrees to a person.
    private static string WriteDegrees(JsonNode value) => ((decimal)(double)value).ToString(CultureInfo.InvariantCulture);

    private static JsonArray? ReadCorners(string cell)
    {
        var corners = cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(corner => corner.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(ReadDegrees).ToArray())
            .ToList();
        return corners.Count > 0 && corners.TrueForAll(pair => pair is [{ }, { }])
            ? [.. corners.Select(pair => new JsonObject { ["lat"] = pair[0], ["lon"] = pair[1] })]
            : null;
    }

    // Spreadsheets of Arabic and Persian write their own digits, decimal point and minus.
    private static string Digits(string cell) => string.Concat(cell.Select(character => character switch
    {
        >= '\u0660' and <= '\u0669' => (char)('0' + (character - '\u0660')),
        >= '\u06F0' and <= '\u06F9' => (char)('0' + (character - '\u06F0')),
        '\u066B' => '.',
        '\u2212' => '-',
        _ => character,
    }));
}
