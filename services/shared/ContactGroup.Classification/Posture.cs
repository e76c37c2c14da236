namespace ContactGroup.Classification;

/// <summary>The relationship between the sides.</summary>
public enum Posture : byte { Unknown = 0, Cooperation, Coexistence, Distance }
