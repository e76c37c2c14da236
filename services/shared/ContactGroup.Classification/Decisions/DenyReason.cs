namespace ContactGroup.Classification;

/// <summary>Why nothing at all is shown. For the record, never for those who are refused.</summary>
public enum DenyReason : byte
{
    /// <summary>Something is shown.</summary>
    None = 0,

    /// <summary>A part of the question is unknown or out of range.</summary>
    Unknown,

    /// <summary>No item can stand in this relation to this audience.</summary>
    Contradictory,

    /// <summary>The policy gives nothing here.</summary>
    NotGranted,

    /// <summary>A floor forbids it.</summary>
    Floor,

    /// <summary>The author did not release it to this audience.</summary>
    NotReleased,

    /// <summary>The content is marked above unclassified.</summary>
    Quarantined,
}
