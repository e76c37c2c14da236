using System.Collections.Frozen;
using ContactGroup.Classification;
using ContactGroup.Contracts.Access;
using ContactGroup.Contracts.Incidents;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Release.Domain;

/// <summary>
/// Free text that would reach another side is looked at first when the scanner finds something in it. The coordination office is the one who looks, so
/// nothing is held back from it (decision 0017).
/// </summary>
internal static class CrossingText
{
    private static readonly FrozenSet<string> Reports =
        new[] { IncidentSchema.Schema.Kind, AccessConstraintSchema.Schema.Kind }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What may be shown, behind a coordinator when its text holds a finding.</summary>
    public static Disclosure Hold(ItemVersioned item, Audience audience, Disclosure ruled) =>
        Telling(item, audience, ruled).Count == 0 ? ruled : ruled.With(Gate.Review);

    /// <summary>
    /// What still goes at once. Of a message nothing, because who wrote one and when is told by its coming; of a movement nothing, because half a movement
    /// misleads who is told of it; of an incident or an access constraint the rest, as if the text were not written yet.
    /// </summary>
    public static Disclosure AtOnce(ItemVersioned item, Audience audience, Disclosure ruled, Disclosure immediate)
    {
        var telling = Telling(item, audience, ruled);
        if (telling.Count > 0 && IsWholeOrNothing(item.Kind))
        {
            return Disclosure.Withheld;
        }

        return telling.Aggregate(immediate, (rest, fieldClass) => rest.With(fieldClass, Grain.None));
    }

    /// <summary>Findings in what would reach the audience from another side.</summary>
    public static IReadOnlyList<FieldFinding> FindingsFor(ItemVersioned item, Audience audience, Disclosure ruled) =>
        !ruled.IsVisible || !Crosses(item, audience) || ItemSchemas.Find(item.Kind) is not { } schema
            ? []
            : [.. FreeText.FindingsIn(schema, item.Content).Where(finding => ruled[finding.Field.Class] != Grain.None)];

    /// <summary>Whether files of the item would reach the audience from another side.</summary>
    public static bool FilesCross(ItemVersioned item, Audience audience, Disclosure ruled) =>
        ruled.IsVisible && ruled[FieldClass.Attachment] != Grain.None && Crosses(item, audience);

    private static bool IsWholeOrNothing(string kind) => !Reports.Contains(kind);

    private static HashSet<FieldClass> Telling(ItemVersioned item, Audience audience, Disclosure ruled) =>
        [.. FindingsFor(item, audience, ruled).Select(finding => finding.Field.Class)];

    private static bool Crosses(ItemVersioned item, Audience audience) =>
        audience.Constituency != Constituency.Coordination && !AudienceKnowledge.IsOwnSide(Rulings.OriginOf(item).Audience, audience);
}
