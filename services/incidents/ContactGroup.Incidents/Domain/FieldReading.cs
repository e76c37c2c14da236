using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Codes;
using ContactGroup.Contracts.Incidents;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Items;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Incidents.Domain;

/// <summary>
/// Reads what came in, field by field as the schema shapes it, into content that may be stored. A field that the schema does not have cannot get
/// through here; what several fields say together is for <see cref="ContentRules"/>.
/// </summary>
internal static class FieldReading
{
    private const int MostCodes = 12;

    private static readonly Dictionary<string, PropertyInfo> Properties = typeof(IncidentFields)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name), StringComparer.Ordinal);

    private static readonly IReadOnlyList<(FieldSpec Spec, PropertyInfo Property)> Readers =
        [.. IncidentSchema.Schema.Fields
            .Where(spec => spec.Shape != FieldShape.Attachments && Properties.ContainsKey(spec.Name))
            .Select(spec => (spec, Properties[spec.Name]))];

    /// <summary>Names of the fields that a reporter may write in the request itself; files are uploaded before.</summary>
    public static IReadOnlyCollection<string> Names { get; } = [.. Readers.Select(reader => reader.Spec.Name)];

    public static JsonObject Read(IncidentFields fields, FieldChecks checks)
    {
        var content = new JsonObject();
        foreach (var (spec, property) in Readers)
        {
            if (property.GetValue(fields) is { } said && Read(spec, said, checks) is { } value)
            {
                content[spec.Name] = value;
            }
        }

        if (fields.OccurredAt is { } occurred)
        {
            content[ContentNames.TimeKnown] = !InstantText.IsDay(occurred);
        }

        return content;
    }

    private static JsonNode? Read(FieldSpec spec, object said, FieldChecks checks) => (spec.Shape, said) switch
    {
        (FieldShape.Text, string text) => TextRules.Check(spec.Name, text, checks),
        (FieldShape.Code, string code) => checks.Code(spec.Name, code, CodeLists.Get(spec.CodeList!).Values),
        (FieldShape.Codes, IReadOnlyList<string> codes) => Codes(spec, codes, checks),
        (FieldShape.Flag, bool flag) => flag,
        (FieldShape.Instant, string instant) => InstantText.Check(spec.Name, instant, checks),
        (FieldShape.Point, Position position) => position.Check(spec.Name, checks),
        (FieldShape.Counts, IReadOnlyDictionary<string, double> figures) => Counts(spec.Name, figures, checks),
        (FieldShape.ItemReference, string item) => ItemReference(spec.Name, item, checks),
        _ => throw new InvalidOperationException($"The schema shapes {spec.Name} in a way that nobody reads."),
    };

    private static JsonArray Codes(FieldSpec spec, IReadOnlyList<string> codes, FieldChecks checks) =>
        [.. checks.Codes(spec.Name, codes, CodeLists.Get(spec.CodeList!).Values, MostCodes).Select(code => JsonValue.Create(code))];

    private static JsonObject Counts(string field, IReadOnlyDictionary<string, double> said, FieldChecks checks)
    {
        var figures = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, count) in said.Take(Impact.Names.Count + 1))
        {
            if (!Impact.Names.Contains(name))
            {
                checks.Code(field, name, Impact.Names);
            }
            else if (count is >= 0 and <= Impact.Most && double.IsInteger(count))
            {
                figures[name] = (int)count;
            }
            else
            {
                checks.Add($"{field}.{name}", $"Give a whole number from 0 to {Impact.Most}.");
            }
        }

        var complete = Impact.Complete(figures);
        foreach (var (name, remedy) in Impact.Contradictions(complete))
        {
            checks.Add($"{field}.{name}", remedy);
        }

        return new JsonObject(complete.Select(figure => KeyValuePair.Create<string, JsonNode?>(figure.Key, figure.Value)));
    }

    private static string ItemReference(string field, string item, FieldChecks checks)
    {
        checks.That(Ids.IsWellFormed(item), field, "Give the id of an item that you hold.");
        return item;
    }
}
