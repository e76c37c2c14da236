namespace ContactGroup.Classification;

/// <summary>The most that may be shown for a question and the floors that say so.</summary>
/// <param name="Ceiling">The most that may be shown.</param>
/// <param name="Reasons">The floors that apply, in the order of the specification.</param>
public sealed record FloorFinding(Disclosure Ceiling, IReadOnlyList<Reason> Reasons);
