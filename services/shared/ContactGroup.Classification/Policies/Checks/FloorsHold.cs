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
        foreach (var fieldClass in Codes.Classes.Codes)
        {
            var grain = written.Granted[fieldClass];
            if (grain > floor.Ceiling[fieldClass])
            {
                var grant = cells.GrantOf(question, given => given[fieldClass] == grain);
                return $"{floor.Sentence} Counterexample: {question}: grant `{grant}` gives {Codes.Format(fieldClass)} ({Codes.Format(grain)}).";
            }
        }

        return $"{floor.Sentence} Counterexample: {question}: grant `{cells.GrantOf(question, _ => true)}` gives that the item exists.";
    }
}
