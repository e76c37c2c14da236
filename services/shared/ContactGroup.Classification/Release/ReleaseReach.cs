namespace ContactGroup.Classification;

/// <summary>How far an author's release set reaches an audience.</summary>
public enum ReleaseReach : byte
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>Coordination only: it knows that a released item exists.</summary>
    Existence,

    /// <summary>The audience is in the set; floors and policy decide what of the item it gets.</summary>
    Full,
}
