namespace ContactGroup.Classification;

/// <summary>Likely harm of disclosure.</summary>
public enum Sensitivity : byte { Unknown = 0, Low, Moderate, High, Severe }
