using System.Globalization;
using System.Text.Json.Nodes;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Movements.Domain;

/// <summary>Reads what the kinds have in common of what came in: positions, contacts, instants, short lines.</summary>
internal static class Parts
{
    /// <summary>Longest short line, in characters.</summary>
    public const int Line = 120;

    /// <summary>A position; its numbers are null where they are none.</summary>
    public static (JsonNode? Lat, JsonNode? Lon) Position(string field, double? lat, double? lon, FieldChecks checks)
    {
        checks.That(lat is not null && lon is not null, field, "Give lat and lon in decimal degrees.");
        checks.Coordinates($"{field}.lat", lat, $"{field}.lon", lon);
        checks.That(lat != 0 || lon != 0, field, "0, 0 is in the sea: give the position.");
        return (Rounded(lat), Rounded(lon));
    }

    /// <summary>Whom to call.</summary>
    public static JsonObject Contact(string field, Contact said, FieldChecks checks) => With(
        ("name", checks.Line($"{field}.name", said.Name, 1, Line)),
        ("phone", checks.Line($"{field}.phone", said.Phone, 3, 40)),
        ("callSign", Short($"{field}.callSign", said.CallSign, checks)));

    /// <summary>An object of those parts that have a value.</summary>
    public static JsonObject With(params (string Name, JsonNode? Value)[] parts) =>
        new(parts.Where(part => part.Value is not null).Select(part => KeyValuePair.Create(part.Name, part.Value)));

    /// <summary>Those of these fields that have a text.</summary>
    public static IReadOnlyList<string> Texts(JsonObject content, params string[] names) => [.. names.Select(name => (string?)content[name]).OfType<string>()];

    /// <summary>A short line that may be absent.</summary>
    public static string? Short(string field, string? text, FieldChecks checks) =>
        string.IsNullOrWhiteSpace(text) ? null : checks.Line(field, text, 1, Line);

    /// <summary>An instant as content has it.</summary>
    public static JsonNode? Instant(DateTimeOffset? instant) =>
        instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    // Six decimals are a hand's breadth; more would carry the fingerprint of a device.
    private static JsonNode? Rounded(double? degrees) => degrees is { } given && double.IsFinite(given) ? Math.Round(given, 6) : null;
}
