namespace ContactGroup.Classification;

/// <summary>Rule 6: every cell is spoken about, by a grant or by a statement that nothing is given. Silence could be an oversight.</summary>
internal static class EveryCellIsDefined
{
    public static IEnumerable<Finding> Find(CheckedCells cells) =>
        from question in cells.Questions
        where !cells[question].Granted.IsVisible && !cells.Document.Withholdings.Any(withholding => withholding.Scope.Covers(question))
        select new Finding(6, "undefined", question, () =>
            $"No cell is undefined. Counterexample: {question}: no grant and no withholding speaks about it. Add a withholding if nothing is to be shown.");
}
