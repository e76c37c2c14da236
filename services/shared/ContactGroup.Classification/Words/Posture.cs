namespace ContactGroup.Classification;

/// <summary>The relationship between the sides of a contact group, from the loosest to the strictest.</summary>
public enum Posture : byte
{
    /// <summary>Not known; nothing is released.</summary>
    Unknown = 0,

    /// <summary>Natural disaster, consent high.</summary>
    Cooperation,

    /// <summary>Armed conflict.</summary>
    Coexistence,

    /// <summary>The force is a party, consent low.</summary>
    Distance,
}
