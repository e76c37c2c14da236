using System.Globalization;
using System.Text.Json.Nodes;

namespace ContactGroup.Load.Months;

/// <summary>What is said of a notification, as its fields have it; of a field without a value nothing is said.</summary>
internal static class Said
{
    private const string North = "military:northern-force";
    private const string South = "military:southern-force";

    public static JsonObject Of((string Name, JsonNode? Value)[] fields) =>
        new(fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, field.Value)));

    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static JsonArray? Codes(string[] codes) => codes is [] ? null : [.. codes.Select(code => JsonValue.Create(code))];

    /// <summary>Both forces of every third one, and the northern of the rest.</summary>
    public static JsonArray Forces(int number) => number % 3 == 0 ? [North, South] : [North];
}
