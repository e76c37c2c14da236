namespace ContactGroup.Separation.Observing;

/// <summary>Something the observer saw.</summary>
/// <param name="When">Slot of the trace after which it was seen.</param>
/// <param name="What">What was asked, or where it came from.</param>
/// <param name="Text">What came, canonical.</param>
internal sealed record Observation(string When, string What, string Text);
