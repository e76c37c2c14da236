namespace ContactGroup.Classification;

/// <summary>How much of a field class is shown. What coarse means is a rule of the class.</summary>
public enum Grain : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A grid cell, a day, a type, a band.</summary>
    Coarse,

    /// <summary>As written.</summary>
    Full,
}
