namespace ContactGroup.Classification;

/// <summary>The difference of two compiled tables, cell by cell: what a new policy or another posture changes, known before any item is looked at.</summary>
public static class PolicyDifference
{
    /// <summary>Every cell that two policies answer differently, in the order of the table. Cells that no item can meet are left out.</summary>
    public static IReadOnlyList<CellChange> Between(PolicyTable before, PolicyTable after) =>
        [.. TableIndex.Questions
            .Where(question => !question.IsContradictory)
            .Select(question => Change(before, question, after, question))
            .Where(change => change.Shift != RuleShift.None)];

    /// <summary>
    /// What becomes of what one constituency may see when table and posture change. As an audience: what an owner sees of its own is not looked at.
    /// An unknown posture gives nothing.
    /// </summary>
    public static RuleShift For(
        Constituency audience, PolicyTable before, Posture postureBefore, PolicyTable after, Posture postureAfter, IEnumerable<ItemKind> kinds)
    {
        var questions =
            from kind in kinds
            from origin in Codes.Sides.Codes
            from sensitivity in Codes.Sensitivities.Codes
            from relation in Codes.Relations.Codes
            where relation != Relation.Owner
            select new Question(postureAfter, kind, origin, sensitivity, audience, relation);
        return questions
            .Where(question => !question.IsContradictory)
            .Aggregate(RuleShift.None, (shift, question) =>
                shift | Change(before, question with { Posture = postureBefore }, after, question).Shift);
    }

    private static CellChange Change(PolicyTable before, Question asked, PolicyTable after, Question asks) => new(
        asks, before.Decide(asked), before.Immediate(asked), after.Decide(asks), after.Immediate(asks));
}
