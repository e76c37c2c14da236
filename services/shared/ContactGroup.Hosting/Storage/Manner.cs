namespace ContactGroup.Hosting.Storage;

/// <summary>How a unit of work is written.</summary>
internal enum Manner
{
    /// <summary>In its turn, with those that wait beside it.</summary>
    InTurn,

    /// <summary>Before whatever waits.</summary>
    First,

    /// <summary>In its turn, in a transaction of its own, and never run twice.</summary>
    Alone,
}
