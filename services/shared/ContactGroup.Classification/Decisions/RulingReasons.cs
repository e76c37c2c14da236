namespace ContactGroup.Classification;

/// <summary>What the parts of a ruling that are not the policy's say in an explanation.</summary>
internal static class RulingReasons
{
    public static readonly Reason Moderator = new(ReasonKind.Moderator, "coordinator", "A coordinator released this item to this audience.");

    private static readonly Reason Owner = new(ReasonKind.ReleaseSet, "own-organisation", "The organisation that wrote the item is always reached.");
    private static readonly Reason Released = new(ReasonKind.ReleaseSet, "released", "The author lets the item go to this audience.");
    private static readonly Reason Known = new(ReasonKind.ReleaseSet, "existence", "Coordination knows that an item exists which was released to others.");
    private static readonly Reason NotReleased = new(ReasonKind.ReleaseSet, "not-released", "The author does not let the item go to this audience.");

    public static Reason Of(in Question question, ReleaseReach reach) => (reach, question) switch
    {
        (_, { Relation: Relation.Owner }) => Owner,
        (ReleaseReach.Full, _) => Released,
        (ReleaseReach.Existence, { Audience: Constituency.Coordination }) => Known,
        _ => NotReleased,
    };

    /// <summary>The first reason that alone suffices.</summary>
    public static DenyReason Deny(DenyReason policy, bool reached, bool ceiling, bool aboveUnclassified)
    {
        if (policy is DenyReason.Unknown or DenyReason.Contradictory)
        {
            return policy;
        }

        if (aboveUnclassified)
        {
            return DenyReason.Quarantined;
        }

        return !ceiling ? DenyReason.Floor : reached ? DenyReason.NotGranted : DenyReason.NotReleased;
    }
}
