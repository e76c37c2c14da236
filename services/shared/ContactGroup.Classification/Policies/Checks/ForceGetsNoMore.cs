namespace ContactGroup.Classification;

/// <summary>Rule 4: of a humanitarian item, a force or the police never gets more than every audience of the humanitarian side may get.</summary>
internal static class ForceGetsNoMore
{
    public static IEnumerable<Finding> Find(CheckedCells cells) =>
        from question in cells.Questions
        where question.Origin == Side.Humanitarian && ConstituencyNames.SideOf(question.Audience) == Side.Security && cells[question].Granted.IsVisible
        from humanitarian in ConstituencyNames.All.Select(ConstituencyNames.Parse).Where(audience => ConstituencyNames.SideOf(audience) == Side.Humanitarian)
        let other = question with { Audience = humanitarian, Relation = Relation.OwnSide }
        where !cells[question].IsAtMost(cells[other])
        select new Finding(4, "force", question, () =>
            "What a force gets is never more than what every audience of the humanitarian side may get. "
            + $"Counterexample: {question}: shows {CheckedCells.Excess(cells[question], cells[other])}, which {ConstituencyNames.Format(humanitarian)} does not get.");
}
