using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Release.Domain;

/// <summary>What a coordinator changes of one field before an audience gets it: exactly one of the three.</summary>
/// <param name="Omit">Leave it out.</param>
/// <param name="Coarse">Show its coarse form.</param>
/// <param name="Text">Show this text instead.</param>
/// <param name="Instead">Of which text, as <see cref="Redaction.Mark"/>; an edit is of words that somebody looked at and of no others.</param>
internal sealed record FieldEdit(bool Omit = false, bool Coarse = false, string? Text = null, string? Instead = null);

/// <summary>
/// What a coordinator changes of a view, field by field. INVARIANT: it only takes away, coarsens or rewords what the rules gave: applied to any view it
/// never adds a field to it, and what it cannot be applied to is left out.
/// </summary>
internal sealed record Redaction(IReadOnlyDictionary<string, FieldEdit> Fields)
{
    public static Redaction? Read(string? stored) =>
        stored is null ? null : new Redaction(JsonSerializer.Deserialize<Dictionary<string, FieldEdit>>(stored, ViewJson.Options) ?? []);

    /// <summary>What several changed, the one that leaves less of a field first; null when nobody changed anything.</summary>
    public static Redaction? Together(IEnumerable<Redaction> redactions)
    {
        var fields = redactions.SelectMany(redaction => redaction.Fields)
            .GroupBy(edit => edit.Key, StringComparer.Ordinal)
            .ToDictionary(
                edits => edits.Key,
                edits => edits.Select(edit => edit.Value).OrderByDescending(edit => edit.Omit).ThenByDescending(edit => edit.Coarse).First(),
                StringComparer.Ordinal);
        return fields.Count == 0 ? null : new Redaction(fields);
    }

    public string Write() => JsonSerializer.Serialize(Fields, ViewJson.Options);

    /// <summary>What is left of a field's shown value; null when nothing is.</summary>
    /// <param name="field">The field.</param>
    /// <param name="grain">At which grain the rules show it.</param>
    /// <param name="shown">The value as the rules show it.</param>
    public JsonNode? Apply(FieldSpec field, Grain grain, JsonNode shown) => EditOf(field) switch
    {
        null => shown,
        { Omit: true } => null,
        { Coarse: true } => grain == Grain.Coarse ? shown : Coarsening.Apply(field, shown),
        { Text: { } text } edit when grain == Grain.Full && IsOf(edit, shown) => JsonValue.Create(text),
        _ => null,
    };

    // INVARIANT: what was taken from one field does not show in another that says the same.
    private FieldEdit? EditOf(FieldSpec field)
    {
        var own = Fields.GetValueOrDefault(field.Name);
        var followed = field.Follows is { } other ? Fields.GetValueOrDefault(other) : null;
        return new[] { own, followed }.OfType<FieldEdit>().OrderByDescending(edit => edit.Omit).ThenByDescending(edit => edit.Coarse).FirstOrDefault();
    }

    /// <summary>Whether the author wrote other words since in a field that a coordinator reworded.</summary>
    public bool IsOvertaken(JsonObject content) => Fields.Any(edit =>
        edit.Value.Text is not null && content[edit.Key] is { } written && !IsOf(edit.Value, written));

    /// <summary>Stands for a text without repeating it.</summary>
    public static string Mark(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static bool IsOf(FieldEdit edit, JsonNode written) =>
        written is JsonValue value && value.TryGetValue<string>(out var text) && string.Equals(Mark(text), edit.Instead, StringComparison.Ordinal);
}
