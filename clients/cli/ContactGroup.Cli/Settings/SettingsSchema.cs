using System.Globalization;
using System.Text.Json;

namespace ContactGroup.Cli.Settings;

/// <summary>
/// The part of JSON Schema that the generated configuration schema uses: properties, items, type, bounds, enum. Keys are compared without case, as the server
/// reads them; sections that other libraries own (logging, hosting) are left alone.
/// </summary>
internal static class SettingsSchema
{
    private static readonly string[] NotOurs = ["$schema", "Logging", "AllowedHosts", "Kestrel", "Urls", "ConnectionStrings"];

    public static void Check(JsonElement schema, JsonElement value, string path, List<Finding> findings)
    {
        if (schema.TryGetProperty("properties", out var properties) && value.ValueKind is JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                CheckMember(schema, properties, member, path, findings);
            }
        }
        else if (schema.TryGetProperty("items", out var items) && value.ValueKind is JsonValueKind.Array)
        {
            foreach (var (place, entry) in value.EnumerateArray().Index())
            {
                Check(items, entry, $"{path}:{place}", findings);
            }
        }
        else if (Fault(schema, value) is { } fault)
        {
            findings.Add(new Finding(FindingState.Wrong, path, fault, Describe(schema), ExitCode.Refused));
        }
    }

    private static void CheckMember(JsonElement schema, JsonElement properties, JsonProperty member, string path, List<Finding> findings)
    {
        if (path.Length == 0 && NotOurs.Contains(member.Name, StringComparer.OrdinalIgnoreCase))
        {
            return;
        }

        var here = path.Length == 0 ? member.Name : $"{path}:{member.Name}";
        var known = properties.EnumerateObject().FirstOrDefault(p => string.Equals(p.Name, member.Name, StringComparison.OrdinalIgnoreCase));
        if (known.Value.ValueKind is JsonValueKind.Object)
        {
            Check(known.Value, member.Value, here, findings);
        }
        else if (!schema.TryGetProperty("additionalProperties", out var open) || open.ValueKind is JsonValueKind.False)
        {
            findings.Add(new Finding(
                FindingState.Wrong, here, "there is no such key", "Known here: " + string.Join(", ", properties.EnumerateObject().Select(p => p.Name)), ExitCode.Refused));
        }
    }

    private static string? Fault(JsonElement schema, JsonElement value)
    {
        if (schema.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(w => string.Equals(w.ToString(), value.ToString(), StringComparison.OrdinalIgnoreCase)))
        {
            return $"'{value}' is not one of {string.Join(", ", words.EnumerateArray())}";
        }

        // Configuration is text to the server: "30" is as good as 30.
        return schema.TryGetProperty("type", out var type) ? type.GetString() switch
        {
            "integer" or "number" when !IsNumber(value, out var number) => $"'{value}' is not a number",
            "integer" or "number" when IsNumber(value, out var number) => Bounds(schema, number),
            "boolean" when !bool.TryParse(value.ToString(), out _) => $"'{value}' is neither true nor false",
            "array" when value.ValueKind is not JsonValueKind.Array => "a list is expected here",
            "object" when value.ValueKind is not JsonValueKind.Object => "a section is expected here",
            "string" when value.ValueKind is JsonValueKind.Object or JsonValueKind.Array => "a text is expected here",
            _ => null,
        } : null;
    }

    private static string? Bounds(JsonElement schema, double number) =>
        schema.TryGetProperty("minimum", out var least) && number < least.GetDouble() ? $"{number} is less than {least}"
        : schema.TryGetProperty("maximum", out var most) && number > most.GetDouble() ? $"{number} is more than {most}"
        : null;

    private static bool IsNumber(JsonElement value, out double number) =>
        double.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static string? Describe(JsonElement schema) => schema.TryGetProperty("description", out var text) ? text.GetString() : null;
}
