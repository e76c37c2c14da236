namespace ContactGroup.Classification;

/// <summary>
/// Rule 3: the owner's organisation always sees its own item in full; coordination always knows that an item released or in review exists. Released means
/// given beyond the owner's own side; a caucus among those of one side is not a release, because a caucus is invisible to the other sides.
/// </summary>
internal static class OwnerAndCoordinationKnow
{
    public static IEnumerable<Finding> Find(CheckedCells cells) =>
    [
        .. from question in cells.Questions
           where question.Relation == Relation.Owner && cells[question].Immediate != Disclosure.Everything
           select new Finding(3, "owner", question, () =>
               "The owner's organisation always sees its own item in full. "
               + $"Counterexample: {question}: lacks {CheckedCells.Excess(Everything, cells[question])}."),
        .. from question in cells.Questions
           where IsRelease(question) && cells[question].Granted.IsVisible && !cells[Coordination(question)].Immediate.IsVisible
           select new Finding(3, "coordination", question, () =>
               "Coordination always knows that an item released or in review exists. "
               + $"Counterexample: {question}: shows {CheckedCells.Excess(cells[question], default)}, of which coordination knows nothing."),
    ];

    private static WrittenCell Everything => new(Disclosure.Everything, Disclosure.Everything);

    private static bool IsRelease(Question question) =>
        question.Relation is Relation.Named or Relation.Other
        && question.Audience != Constituency.Coordination
        && !(question.Kind == ItemKind.CaucusMessage && ConstituencyNames.SideOf(question.Audience) == question.Origin);

    private static Question Coordination(Question question) => question with
    {
        Audience = Constituency.Coordination,
        Relation = question.Origin == Side.Humanitarian ? Relation.OwnSide : Relation.Other,
    };
}
