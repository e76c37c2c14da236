namespace ContactGroup.Classification;

/// <summary>A rule that a policy breaks, with one counterexample.</summary>
/// <param name="Rule">Number of the rule, 1 to 7, as <see cref="PolicyCheck"/> lists them.</param>
/// <param name="Subject">What is broken within the rule: a floor's id, <c>posture</c>, <c>sensitivity</c>, <c>owner</c>, <c>coordination</c>, …</param>
/// <param name="Sentence">The counterexample in plain words: posture, kind, sensitivity, audience, relation, class.</param>
/// <param name="Example">The question of the counterexample.</param>
/// <param name="Cells">In how many cells the rule is broken in this way.</param>
public sealed record Violation(int Rule, string Subject, string Sentence, Question Example, int Cells)
{
    /// <summary>Rule and counterexample in one line.</summary>
    public override string ToString() => $"rule {Rule} ({Subject}): {Sentence}";
}

/// <summary>A policy that breaks rules of the check; a service never runs with it.</summary>
public sealed class PolicyRefusedException(PolicyDocument document, IReadOnlyList<Violation> violations)
    : Exception($"the policy `{document}` is refused: {string.Join(" ", violations)}")
{
    /// <summary>One violation for each way in which a rule is broken.</summary>
    public IReadOnlyList<Violation> Violations { get; } = violations;
}
