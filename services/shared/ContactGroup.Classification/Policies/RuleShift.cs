namespace ContactGroup.Classification;

/// <summary>What a change of rules does to what an audience may see. Both at once when different cells move in different directions.</summary>
[Flags]
public enum RuleShift
{
    /// <summary>The same as before.</summary>
    None = 0,

    /// <summary>Less in some cell: existence, a grain, or what goes without review.</summary>
    Shrinks = 1,

    /// <summary>More in some cell.</summary>
    Grows = 2,
}
