namespace ContactGroup.Separation.Running;

/// <summary>What came of one pair.</summary>
/// <param name="Seed">Its seed.</param>
/// <param name="Observer">Audience of the observer.</param>
/// <param name="Observations">How many observations were compared.</param>
/// <param name="Operations">Operations done, by name, in both worlds together.</param>
/// <param name="Story">The difference as a story; null when there is none.</param>
/// <param name="Restarts">How often it was begun anew because a host came to no end.</param>
internal sealed record PairResult(long Seed, string Observer, int Observations, IReadOnlyDictionary<string, int> Operations, string? Story, int Restarts = 0);
