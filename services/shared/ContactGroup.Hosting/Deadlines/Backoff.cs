namespace ContactGroup.Hosting.Deadlines;

/// <summary>How long something that failed waits for its next try.</summary>
internal static class Backoff
{
    private const int Doublings = 12;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>A second after the first failure, twice as long after each further one, an hour at most.</summary>
    public static TimeSpan After(int tries)
    {
        var wait = TimeSpan.FromSeconds(1L << Math.Clamp(tries - 1, 0, Doublings));
        return wait < Longest ? wait : Longest;
    }
}
