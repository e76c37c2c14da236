using ContactGroup.Contracts.Items;
using ContactGroup.Release.Domain;
using ContactGroup.Release.Domain.Scanning;

namespace ContactGroup.Release.Features;

/// <summary>A place in a text that its author wrote or that a coordinator has before them anyway. Goes to nobody else.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Kind">What it looks like.</param>
/// <param name="Start">Index of its first UTF-16 unit in the field's text.</param>
/// <param name="Length">Its length in UTF-16 units.</param>
/// <param name="Sentence">What it looks like, in words.</param>
/// <param name="File">The attached file that holds it, as its reader sees its name; absent when it is in the field itself. Then there is no place.</param>
internal sealed record TextFinding(string Field, FindingKind Kind, int Start, int Length, string Sentence, string? File = null)
{
    public static TextFinding Of(FieldFinding finding) =>
        new(finding.Field.Name, finding.Found.Kind, finding.Found.Start, finding.Found.Length, finding.Sentence);

    /// <summary>Findings of a draft that somebody of another side would get, and every marking above unclassified.</summary>
    public static IReadOnlyList<TextFinding> In(ItemVersioned item, IReadOnlyList<AudienceOutcome> outcomes) =>
        [.. FreeText.FindingsIn(ItemSchemas.Find(item.Kind)!, item.Content)
            .Where(finding => finding.Found.Kind == FindingKind.Classified
                || outcomes.Any(outcome => CrossingText.FindingsFor(item, outcome.Audience, outcome.Disclosure).Contains(finding)))
            .Select(Of)
            .Concat(outcomes.Any(outcome => CrossingText.FilesCross(item, outcome.Audience, outcome.Disclosure))
                ? AttachedFile.Of(item.Content).Where(file => file.Stays is null).SelectMany(file => InFile(file, file.Name))
                : [])];

    /// <summary>What was found in the files of a view, under the names that the view gives them.</summary>
    public static IEnumerable<TextFinding> InFiles(ItemVersioned item, ItemView view)
    {
        var files = AttachedFile.Of(item.Content).ToDictionary(file => file.Id, StringComparer.Ordinal);
        return view.Files.SelectMany(shown => InFile(files[shown.File], shown.Name));
    }

    private static IEnumerable<TextFinding> InFile(AttachedFile file, string name) => (file.Findings ?? [])
        .Select(TextGate.KindOf)
        .OfType<FindingKind>()
        .Select(kind => new TextFinding(AttachedFile.Field, kind, 0, 0, FieldFinding.SentenceOf(kind), name));
}
