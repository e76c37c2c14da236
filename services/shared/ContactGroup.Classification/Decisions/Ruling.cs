namespace ContactGroup.Classification;

/// <summary>
/// The decision about one item and one audience:
/// <c>floors ∧ release set ∧ (grants of the policy ∨ coordinator's release for this item)</c>. Pure; nothing for what cannot be read.
/// </summary>
public static class Ruling
{
    /// <summary>
    /// What the audience may see. With gate review it waits for a coordinator, except the part that <see cref="Immediate"/> gives. Once a coordinator
    /// has released, that release and what goes at once anyway are shown, and nothing waits any more.
    /// </summary>
    /// <param name="table">The policy in force.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="reach">How far the author's release set reaches the audience: <see cref="ReleaseSet.Reach"/>.</param>
    /// <param name="moderatorRelease">What a coordinator released of this item to this audience; withheld when nothing.</param>
    /// <param name="aboveUnclassified">Whether the content carries a marking above unclassified.</param>
    public static Disclosure Decide(
        PolicyTable table, in Question question, ReleaseReach reach, Disclosure moderatorRelease = default, bool aboveUnclassified = false) =>
        Limit(
            moderatorRelease.IsVisible ? table.Immediate(question).Join(moderatorRelease.With(Gate.Automatic)) : table.Decide(question),
            question, reach, aboveUnclassified);

    /// <summary>The part that goes at once: the same as <see cref="Decide"/> when its gate is automatic, less or withheld when it is review.</summary>
    public static Disclosure Immediate(
        PolicyTable table, in Question question, ReleaseReach reach, Disclosure moderatorRelease = default, bool aboveUnclassified = false) =>
        Limit(
            moderatorRelease.IsVisible ? table.Immediate(question).Join(moderatorRelease.With(Gate.Automatic)) : table.Immediate(question),
            question, reach, aboveUnclassified);

    /// <summary>The decision with every rule that took part in it, and why nothing is shown when nothing is.</summary>
    public static Decision Explain(
        PolicyTable table, in Question question, ReleaseReach reach, Disclosure moderatorRelease = default, bool aboveUnclassified = false)
    {
        var policy = table.Explain(question);
        var disclosure = Decide(table, question, reach, moderatorRelease, aboveUnclassified);
        var immediate = Immediate(table, question, reach, moderatorRelease, aboveUnclassified);
        Reason[] quarantine = aboveUnclassified ? [Floors.QuarantineReason] : [];
        Reason[] moderator = moderatorRelease.IsVisible ? [RulingReasons.Moderator] : [];
        var deny = disclosure.IsVisible
            ? DenyReason.None
            : RulingReasons.Deny(policy.Deny, Reached(question, reach).IsVisible, Floors.Ceiling(question).IsVisible, aboveUnclassified);
        return new Decision(disclosure, immediate, [.. quarantine, .. policy.Reasons, RulingReasons.Of(question, reach), .. moderator], deny);
    }

    private static Disclosure Limit(Disclosure given, in Question question, ReleaseReach reach, bool aboveUnclassified) =>
        aboveUnclassified ? Floors.Quarantine : given.Meet(Floors.Ceiling(question)).Meet(Reached(question, reach));

    /// <summary>An owner is always reached. Knowledge of existence is for coordination alone.</summary>
    private static Disclosure Reached(in Question question, ReleaseReach reach) => (reach, question) switch
    {
        (_, { Relation: Relation.Owner }) => Disclosure.Everything,
        (ReleaseReach.Full, _) => Disclosure.Everything,
        (ReleaseReach.Existence, { Audience: Constituency.Coordination }) => Disclosure.Existence,
        _ => Disclosure.Withheld,
    };
}
