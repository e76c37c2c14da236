namespace ContactGroup.Classification;

/// <summary>Rule 2: a stricter posture never shows more; a higher sensitivity never shows more. Neighbours suffice, the order is transitive.</summary>
internal static class StricterShowsNoMore
{
    public static IEnumerable<Finding> Find(CheckedCells cells) =>
    [
        .. from question in cells.Questions
           where question.Posture > Posture.Cooperation
           let looser = question with { Posture = question.Posture - 1 }
           where !cells[question].IsAtMost(cells[looser])
           select new Finding(2, "posture", question, () =>
               $"A stricter posture never shows more. Counterexample: {question}: shows {CheckedCells.Excess(cells[question], cells[looser])}, "
               + $"which posture {Codes.Format(looser.Posture)} does not."),
        .. from question in cells.Questions
           where question.Sensitivity > Sensitivity.Low
           let looser = question with { Sensitivity = question.Sensitivity - 1 }
           where !cells[question].IsAtMost(cells[looser])
           select new Finding(2, "sensitivity", question, () =>
               $"A higher sensitivity never shows more. Counterexample: {question}: shows {CheckedCells.Excess(cells[question], cells[looser])}, "
               + $"which sensitivity {Codes.Format(looser.Sensitivity)} does not."),
    ];
}
