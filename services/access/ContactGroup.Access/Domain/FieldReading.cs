using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Access;
using ContactGroup.Contracts.Codes;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Items;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Access.Domain;

/// <summary>
/// Reads what came in, field by field as the schema shapes it, into content that may be stored. A field that the schema does not have cannot get through here.
/// </summary>
internal static class FieldReading
{
    private const int MostCodes = 12;
    private const int LongestDelay = 8_784;
    private const int Line = 200;

    /// <summary>Texts of several lines, with their bound in characters. Every other text is one line.</summary>
    private static readonly FrozenDictionary<string, int> Long = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["summary"] = AccessConstraintSchema.LongestSummary,
        ["description"] = 8_000,
        ["actionTaken"] = 8_000,
        ["actionRequested"] = 8_000,
        ["negotiation"] = 8_000,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly Dictionary<string, PropertyInfo> Properties = typeof(NoticeFields)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name), StringComparer.Ordinal);

    private static readonly IReadOnlyList<(FieldSpec Spec, PropertyInfo Property)> Readers =
        [.. AccessConstraintSchema.Schema.Fields.Where(spec => Properties.ContainsKey(spec.Name)).Select(spec => (spec, Properties[spec.Name]))];

    /// <summary>Names of the fields that an author may write.</summary>
    public static IReadOnlyCollection<string> Names { get; } = [.. Readers.Select(reader => reader.Spec.Name)];

    public static JsonObject Read(NoticeFields fields, FieldChecks checks)
    {
        var content = new JsonObject();
        foreach (var (spec, property) in Readers)
        {
            if (property.GetValue(fields) is { } said && Read(spec, said, checks) is { } value)
            {
                content[spec.Name] = value;
            }
        }

        return content;
    }

    private static JsonNode? Read(FieldSpec spec, object said, FieldChecks checks) => (spec.Shape, said) switch
    {
        (FieldShape.Text, string text) => Text(spec.Name, text, checks),
        (FieldShape.Code, string code) => checks.Code(spec.Name, code, CodeLists.Get(spec.CodeList!).Values),
        (FieldShape.Codes, IReadOnlyList<string> codes) => Codes(spec, codes, checks),
        (FieldShape.Instant, string instant) => InstantText.Check(spec.Name, instant, checks),
        (FieldShape.Point, Position position) => position.Check(spec.Name, checks),
        (FieldShape.Count, int count) => Count(spec.Name, count, checks),
        (FieldShape.ItemReference, string item) => ItemReference(spec.Name, item, checks),
        _ => throw new InvalidOperationException($"The schema shapes {spec.Name} in a way that nobody reads."),
    };

    private static string? Text(string field, string text, FieldChecks checks) =>
        string.IsNullOrWhiteSpace(text) ? null
        : field.EndsWith("Pcode", StringComparison.Ordinal) ? Areas.Pcode(field, text, checks)
        : field is "admin1" or "admin2" ? Areas.Name(field, text, checks)
        : Long.TryGetValue(field, out var most) ? checks.Text(field, text, 1, most)
        : checks.Line(field, text, 1, Line);

    private static JsonArray Codes(FieldSpec spec, IReadOnlyList<string> codes, FieldChecks checks) =>
        [.. checks.Codes(spec.Name, codes, CodeLists.Get(spec.CodeList!).Values, MostCodes).Select(code => JsonValue.Create(code))];

    private static int Count(string field, int count, FieldChecks checks)
    {
        checks.Count(field, count, LongestDelay);
        return count;
    }

    private static string ItemReference(string field, string item, FieldChecks checks)
    {
        checks.That(Ids.IsWellFormed(item), field, Links.Remedy);
        return item;
    }
}
