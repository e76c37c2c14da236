namespace ContactGroup.Classification;

/// <summary>Rule 1: no cell as written exceeds a floor. Decisions clip anyway; a policy that relies on it does not say what it does.</summary>
internal static class FloorsHold
{
    public static IEnumerable<Finding> Find(CheckedCells cells) =>
        from question in cells.Questions
        let written = cells[question]
        where written.Granted.IsVisible
        from floor in FloorList.All
        where !string.Equals(floor.Id, FloorList.AnotherForce, StringComparison.Ordinal) // rule 5 speaks for itself
        where floor.Applies(question) && !written.Granted.With(Gate.Review).IsAtMost(floor.Ceiling)
        select new Finding(1, floor.Id, question, () => Words(cells, question, written, floor));

    private static string Words(CheckedCells cells, Question question, WrittenCell written, Floor floor)
    {
        var excess = Codes.Classes.Codes.First(fieldClass => written.Granted[fieldClass] > floor.Ceiling[fieldClass]);
        return $"{floor.Sentence} Counterexample: {question}: grant `{cells.GrantOf(question, excess)}` gives {Codes.Format(excess)} "
            + $"({Codes.Format(written.Granted[excess])}).";
    }
}
