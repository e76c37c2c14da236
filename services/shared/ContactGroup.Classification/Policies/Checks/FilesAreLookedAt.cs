namespace ContactGroup.Classification;

/// <summary>Rule 7: no attached file crosses sides before a coordinator has looked at it. No program can tell what a picture shows.</summary>
internal static class FilesAreLookedAt
{
    public static IEnumerable<Finding> Find(CheckedCells cells) =>
        from question in cells.Questions
        let grain = cells[question].Immediate[FieldClass.Attachment]
        where question.Relation is Relation.Named or Relation.Other && grain != Grain.None
        select new Finding(7, "attachment", question, () =>
            $"No attached file crosses sides without review. Counterexample: {question}: grant `{GrantOf(cells, question, grain)}` gives attachment ({Codes.Format(grain)}) at once.");

    private static string GrantOf(CheckedCells cells, Question question, Grain grain) =>
        cells.GrantOf(question, given => given.Gate == Gate.Automatic && given[FieldClass.Attachment] == grain);
}
