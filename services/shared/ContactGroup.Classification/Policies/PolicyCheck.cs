namespace ContactGroup.Classification;

/// <summary>
/// The model check of a policy: every cell of the policy as written, before floors clip it, is held against seven rules.
/// 1 floors hold in every cell. 2 a stricter posture never shows more, a higher sensitivity never shows more. 3 the owner's organisation always sees its own
/// item in full, coordination always knows that an item released or in review exists. 4 what a force gets is never more than what every other audience
/// of the humanitarian side may get of a humanitarian item. 5 two forces never see each other's items unless named. 6 no cell is undefined.
/// 7 no attached file crosses sides without review.
/// </summary>
public static class PolicyCheck
{
    /// <summary>Checks a document. Empty when every rule holds; otherwise one violation, with a counterexample, for each way a rule is broken.</summary>
    public static IReadOnlyList<Violation> Run(PolicyDocument document)
    {
        var cells = new CheckedCells(document);
        IEnumerable<Finding> findings =
        [
            .. FloorsHold.Find(cells),
            .. StricterShowsNoMore.Find(cells),
            .. OwnerAndCoordinationKnow.Find(cells),
            .. ForceGetsNoMore.Find(cells),
            .. ForcesStayApart.Find(cells),
            .. EveryCellIsDefined.Find(cells),
            .. FilesAreLookedAt.Find(cells),
        ];
        return [.. findings
            .GroupBy(finding => (finding.Rule, finding.Subject))
            .Select(group => new Violation(group.Key.Rule, group.Key.Subject, group.First().Sentence, group.First().Example, group.Count()))];
    }

    /// <summary>Checks the document that a table was compiled from.</summary>
    public static IReadOnlyList<Violation> Run(PolicyTable table) => Run(table.Document);
}
