using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>What a coordinator asks to change of one field: one of the three.</summary>
internal sealed record FieldChange(bool? Omit = null, string? Grain = null, string? Text = null);

/// <summary>Reads what a coordinator changes, against the views that are proposed: a field that is not in them cannot be named.</summary>
internal sealed class RedactionReading(ItemSchema schema, IReadOnlyList<ProposedView> views, FieldChecks checks)
{
    /// <summary>The changes; null when there are none. What is wrong with them goes to the checks.</summary>
    public Redaction? Read(IReadOnlyDictionary<string, FieldChange>? changes)
    {
        if (changes is not { Count: > 0 })
        {
            return null;
        }

        checks.That(changes.Count <= schema.Fields.Count, "fields", "Name each field once.");
        var edits = changes.Take(schema.Fields.Count)
            .Select(change => (change.Key, Edit: Read(change.Key, change.Value)))
            .Where(change => change.Edit is not null)
            .ToDictionary(change => change.Key, change => change.Edit!, StringComparer.Ordinal);
        return new Redaction(edits);
    }

    private FieldEdit? Read(string name, FieldChange change)
    {
        var field = schema.Fields.FirstOrDefault(field => string.Equals(field.Name, name, StringComparison.Ordinal));
        var shown = field is null ? [] : views.Where(view => ProposedView.FieldsOf(view.View).ContainsKey(name)).ToList();
        if (field is null || shown.Count == 0)
        {
            return Refuse(name, "This field is not in the view that is proposed; name only fields that are.");
        }

        if (field.IsLifeCycle)
        {
            // What was left out once would be left out of a cancellation that goes without a look.
            return Refuse(name, "Where a notification stands is not changed; return it to its author instead.");
        }

        return change switch
        {
            { Omit: true, Grain: null, Text: null } => new FieldEdit(Omit: true),
            { Omit: null, Grain: "coarse", Text: null } => Coarsen(field, shown),
            { Omit: null, Grain: null, Text: { } text } => Reword(field, shown, text),
            _ => Refuse(name, "Give one of: omit true, grain coarse, text."),
        };
    }

    private FieldEdit? Coarsen(FieldSpec field, List<ProposedView> shown) =>
        shown.TrueForAll(view => view.Given[field.Class] == Grain.Full && Coarsening.Apply(field, ProposedView.FieldsOf(view.View)[field.Name]!) is { } coarse
            && !JsonNode.DeepEquals(coarse, ProposedView.FieldsOf(view.View)[field.Name]))
            ? new FieldEdit(Coarse: true)
            : Refuse(field.Name, "This field has no coarser form than the one that is proposed; leave it out instead.");

    private FieldEdit? Reword(FieldSpec field, List<ProposedView> shown, string text)
    {
        if (field.Longest is not { } longest || !shown.TrueForAll(view => view.Given[field.Class] == Grain.Full))
        {
            return Refuse(field.Name, "The text of this field cannot be changed; leave it out instead.");
        }

        var words = checks.Text($"fields.{field.Name}.text", text, 1, longest);
        Quarantine.Refuse($"fields.{field.Name}.text", words, checks);
        var instead = Redaction.Mark(ProposedView.FieldsOf(shown[0].View)[field.Name]!.GetValue<string>());
        return new FieldEdit(Text: words, Instead: instead);
    }

    private FieldEdit? Refuse(string field, string remedy)
    {
        checks.Add($"fields.{field}", remedy);
        return null;
    }
}
