namespace ContactGroup.Classification;

/// <summary>Rule 7: no attached file crosses sides before a coordinator has looked at it. No program can tell what a picture shows.</summary>
internal static class FilesAreLookedAt
{
    public static IEnumerable<Finding> Find(CheckedCells cells) =>
        from question in cells.Questions
        where question.Relation is Relation.Named or Relation.Other && cells[question].Immediate[FieldClass.Attachment] != Grain.None
        select new Finding(7, "attachment", question, () =>
            $"No attached file crosses sides without review. Counterexample: {question}: grant `{cells.GrantOf(question, FieldClass.Attachment)}` gives "
            + $"attachment ({Codes.Format(cells[question].Immediate[FieldClass.Attachment])}) at once.");
}
