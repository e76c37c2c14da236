namespace ContactGroup.Classification;

/// <summary>One question that two rules answer differently.</summary>
/// <param name="Question">The question, with the posture of the later rules.</param>
/// <param name="Before">What was given, at once or after review.</param>
/// <param name="BeforeImmediate">What went at once.</param>
/// <param name="After">What is given now.</param>
/// <param name="AfterImmediate">What goes at once now.</param>
public sealed record CellChange(
    Question Question, Disclosure Before, Disclosure BeforeImmediate, Disclosure After, Disclosure AfterImmediate)
{
    /// <summary>In which directions it moved.</summary>
    public RuleShift Shift =>
        (IsAtMost(Before, BeforeImmediate, After, AfterImmediate) ? RuleShift.None : RuleShift.Shrinks)
        | (IsAtMost(After, AfterImmediate, Before, BeforeImmediate) ? RuleShift.None : RuleShift.Grows);

    /// <summary>What moved, in words: <c>location coarse → none</c>, <c>existence withheld → visible</c>, <c>summary without review → after review</c>.</summary>
    public IReadOnlyList<string> Moves
    {
        get
        {
            if (Before.IsVisible != After.IsVisible)
            {
                return [$"the item {(Before.IsVisible ? "visible" : "withheld")} → {(After.IsVisible ? "visible" : "withheld")}", .. GrainMoves()];
            }

            return [.. GrainMoves(), .. GateMoves()];
        }
    }

    private static bool IsAtMost(Disclosure less, Disclosure lessAtOnce, Disclosure more, Disclosure moreAtOnce) =>
        less.With(Gate.Review).IsAtMost(more.With(Gate.Review)) && lessAtOnce.With(Gate.Review).IsAtMost(moreAtOnce.With(Gate.Review));

    private IEnumerable<string> GrainMoves() => Codes.Classes.Codes
        .Where(fieldClass => Before[fieldClass] != After[fieldClass])
        .Select(fieldClass => $"{Codes.Format(fieldClass)} {Codes.Format(Before[fieldClass])} → {Codes.Format(After[fieldClass])}");

    private IEnumerable<string> GateMoves() => Codes.Classes.Codes
        .Where(fieldClass => Before[fieldClass] == After[fieldClass] && BeforeImmediate[fieldClass] != AfterImmediate[fieldClass])
        .Select(fieldClass => $"{Codes.Format(fieldClass)} at once {Codes.Format(BeforeImmediate[fieldClass])} → {Codes.Format(AfterImmediate[fieldClass])}")
        .Concat(BeforeImmediate.IsVisible == AfterImmediate.IsVisible
            ? []
            : [$"the item {AtOnce(BeforeImmediate)} → {AtOnce(AfterImmediate)}"]);

    private static string AtOnce(Disclosure immediate) => immediate.IsVisible ? "at once" : "after review";
}
