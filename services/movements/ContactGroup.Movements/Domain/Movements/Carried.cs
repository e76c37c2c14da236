using System.Text.Json.Nodes;
using ContactGroup.Contracts.Codes;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Movements.Domain.Movements;

/// <summary>Reads what a movement has with it: of which kinds, and how much.</summary>
internal static class Carried
{
    private const string None = "NONE";
    private const double Most = 1_000_000;

    /// <summary>Several codes of a list of which <c>NONE</c> says that there is nothing; null when nothing is said.</summary>
    public static JsonArray? Codes(string field, IReadOnlyList<string>? said, string list, FieldChecks checks)
    {
        if (said is null or { Count: 0 })
        {
            return null;
        }

        var codes = CodeLists.Get(list).Values;
        var given = checks.Codes(field, said, codes, codes.Count);
        checks.That(given.Count == 1 || !given.Contains(None, StringComparer.Ordinal), field, "NONE says that there is nothing: give it alone, or leave it out.");
        return [.. given.Select(code => JsonValue.Create(code))];
    }

    /// <summary>How much, to the kilogram or the litre.</summary>
    public static JsonNode? Quantity(string field, double? said, FieldChecks checks)
    {
        checks.Range(field, said, 0, Most);
        return said is { } given && double.IsFinite(given) ? Math.Round(given, 3) : null;
    }
}
