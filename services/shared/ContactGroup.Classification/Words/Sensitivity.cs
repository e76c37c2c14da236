namespace ContactGroup.Classification;

/// <summary>Likely harm of disclosure, as the author labels it, from the least to the greatest. Source: IASC guidance on data responsibility.</summary>
public enum Sensitivity : byte
{
    /// <summary>Not known; nothing is released.</summary>
    Unknown = 0,

    /// <summary>Harm unlikely.</summary>
    Low,

    /// <summary>Minor harm likely. What is not labelled is Moderate.</summary>
    Moderate,

    /// <summary>Serious harm likely.</summary>
    High,

    /// <summary>Severe harm likely.</summary>
    Severe,
}
