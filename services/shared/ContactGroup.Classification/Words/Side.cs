namespace ContactGroup.Classification;

/// <summary>The three sides of a contact group. Default rules are written per side.</summary>
public enum Side : byte
{
    /// <summary>Not known; withheld from.</summary>
    Unknown = 0,

    /// <summary>Humanitarian and development organisations, the Movement, and coordination.</summary>
    Humanitarian,

    /// <summary>Military forces and police.</summary>
    Security,

    /// <summary>Donors, host authorities, political missions, observers.</summary>
    Political,
}
