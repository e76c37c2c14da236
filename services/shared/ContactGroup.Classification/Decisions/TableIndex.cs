using System.Runtime.CompilerServices;

namespace ContactGroup.Classification;

/// <summary>Where the cell of a question lies in a flat table. Cell 0 belongs to every question that cannot be read and is always withheld.</summary>
internal static class TableIndex
{
    private const uint Postures = (uint)Posture.Distance;
    private const uint Kinds = (uint)ItemKind.Advisory;
    private const uint Origins = (uint)Side.Political;
    private const uint Sensitivities = (uint)Sensitivity.Severe;
    private const uint Audiences = (uint)Constituency.Observer;
    private const uint RelationCount = (uint)Relation.Other;

    public const int Size = (int)(1 + (Postures * Kinds * Origins * Sensitivities * Audiences * RelationCount));

    /// <summary>Every question that has a cell of its own, in the order of the table.</summary>
    public static IEnumerable<Question> Questions =>
        from posture in Codes.Postures.Codes
        from kind in Codes.Kinds.Codes
        from origin in Codes.Sides.Codes
        from sensitivity in Codes.Sensitivities.Codes
        from audience in ConstituencyNames.All.Select(ConstituencyNames.Parse)
        from relation in Codes.Relations.Codes
        select new Question(posture, kind, origin, sensitivity, audience, relation);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(in Question question)
    {
        unchecked
        {
            // Unknown is 0 everywhere: minus one it becomes the largest number and fails the same comparison as anything out of range.
            var posture = (uint)question.Posture - 1;
            var kind = (uint)question.Kind - 1;
            var origin = (uint)question.Origin - 1;
            var sensitivity = (uint)question.Sensitivity - 1;
            var audience = (uint)question.Audience - 1;
            var relation = (uint)question.Relation - 1;
            if (posture >= Postures || kind >= Kinds || origin >= Origins || sensitivity >= Sensitivities || audience >= Audiences || relation >= RelationCount)
            {
                return 0;
            }

            return (int)(1 + (((((((((posture * Kinds) + kind) * Origins) + origin) * Sensitivities) + sensitivity) * Audiences) + audience) * RelationCount) + relation);
        }
    }
}
