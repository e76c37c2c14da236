namespace ContactGroup.Testing;

/// <summary>Waits for what other processes and servers do at their own pace.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks until the answer is the expected one; an answer that never comes is told with the last one.</summary>
    /// <param name="expected">What it becomes.</param>
    /// <param name="ask">Asks for it.</param>
    /// <param name="within">How long, half a minute when it is left out.</param>
    /// <param name="every">How often, fifty times a second when it is left out; less often where asking takes much of what is waited for.</param>
    public static async Task IsAsync<T>(T expected, Func<Task<T>> ask, TimeSpan? within = null, TimeSpan? every = null)
    {
        using var pace = new PeriodicTimer(every ?? Pace);
        using var patience = new CancellationTokenSource(within ?? Patience);
        T last;
        while (!EqualityComparer<T>.Default.Equals(last = await ask(), expected))
        {
            if (patience.IsCancellationRequested)
            {
                throw new TimeoutException($"It should become {expected} and is still {last}.");
            }

            await pace.WaitForNextTickAsync();
        }
    }
}
