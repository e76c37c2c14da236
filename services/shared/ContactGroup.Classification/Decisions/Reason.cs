namespace ContactGroup.Classification;

/// <summary>What kind of rule a reason is.</summary>
public enum ReasonKind : byte
{
    /// <summary>A grant of the policy gave something.</summary>
    Grant,

    /// <summary>A floor limits what can be given.</summary>
    Floor,

    /// <summary>The policy says that nothing is given here.</summary>
    Withholding,

    /// <summary>The author's release set.</summary>
    ReleaseSet,

    /// <summary>A coordinator's release of this item.</summary>
    Moderator,
}

/// <summary>One rule that took part in a decision. For the record and for those who may know, never for those who are refused.</summary>
/// <param name="Kind">What kind of rule.</param>
/// <param name="Id">Its id in the policy or among the floors.</param>
/// <param name="Sentence">The rule as a sentence.</param>
public sealed record Reason(ReasonKind Kind, string Id, string Sentence);
