using System.Globalization;
using System.Text.Json.Nodes;

namespace ContactGroup.Cli.Import;

/// <summary>Finds the value of a derived field.</summary>
internal static class Derived
{
    public static string? Value(Derivation derivation, JsonObject report) =>
        derivation.Rules.FirstOrDefault(r => r.When is null || r.When.All(c => Holds(c, report)))?.Then;

    private static bool Holds(Condition condition, JsonObject report)
    {
        var value = condition.Field.Split('.').Aggregate<string, JsonNode?>(report, (at, step) => (at as JsonObject)?[step]);
        return (condition.AtLeast is null || Number(value) >= condition.AtLeast)
            && (condition.In is null || Texts(value).Any(t => condition.In.Contains(t, StringComparer.OrdinalIgnoreCase)));
    }

    private static double Number(JsonNode? value) =>
        value is JsonValue && double.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static IEnumerable<string> Texts(JsonNode? value) => value switch
    {
        null => [],
        JsonArray list => list.Select(v => v?.ToString() ?? string.Empty),
        _ => [value.ToString()],
    };
}
