namespace ContactGroup.Classification;

/// <summary>Rule 5: two forces never see each other's items unless named. Police count as a force.</summary>
internal static class ForcesStayApart
{
    public static IEnumerable<Finding> Find(CheckedCells cells) =>
        from question in cells.Questions
        where question is { Origin: Side.Security, Relation: Relation.Other } && ConstituencyNames.SideOf(question.Audience) == Side.Security
        where cells[question].Granted.IsVisible
        select new Finding(5, "forces", question, () =>
            "Two forces never see each other's items unless named. "
            + $"Counterexample: {question}: shows {CheckedCells.Excess(cells[question], default)} of another force.");
}
