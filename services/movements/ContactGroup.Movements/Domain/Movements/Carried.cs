using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Contracts.Codes;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Movements.Domain.Movements;

/// <summary>Reads what a movement has with it: of which kinds, and how much.</summary>
internal static class Carried
{
    private const string None = "NONE";
    private const double Most = 1_000_000;

    private static readonly (string List, string Field)[] OfSomething =
    [
        (ContentNames.Cargo, ContentNames.CargoTonnes),
        (ContentNames.Cargo, ContentNames.CargoCubicMetres),
        (ContentNames.Cargo, ContentNames.DangerousGoods),
        (ContentNames.Cargo, ContentNames.Waybill),
        (ContentNames.Communications, ContentNames.RadioCallSign),
    ];

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

    /// <summary>Checks that nothing is said about a cargo, or a way to be reached, of which the same movement says that there is none.</summary>
    /// <param name="content">The content of the version.</param>
    /// <param name="said">The fields that were said with it; what was stored before holds up no other amendment.</param>
    /// <param name="checks">Takes the faults.</param>
    public static void CheckNone(JsonObject content, JsonObject said, FieldChecks checks)
    {
        foreach (var (list, field) in OfSomething)
        {
            var isMeant = said.ContainsKey(list) || said.ContainsKey(field);
            checks.That(
                !isMeant || !IsNone(content[list]) || !IsSomething(content[field]),
                field,
                $"{list} is NONE: leave this out, or give there what it is.");
        }
    }

    /// <summary>How much, to the kilogram or the litre.</summary>
    public static JsonNode? Quantity(string field, double? said, FieldChecks checks)
    {
        checks.Range(field, said, 0, Most);
        return said is { } given && double.IsFinite(given) ? Math.Round(given, 3) : null;
    }

    private static bool IsNone(JsonNode? codes) => codes is JsonArray { Count: 1 } only && (string?)only[0] == None;

    private static bool IsSomething(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.True or JsonValueKind.String => true,
        JsonValueKind.Number => (double)value != 0,
        _ => false,
    };
}
