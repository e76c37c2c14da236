namespace ContactGroup.Testing;

/// <summary>Waits for what other processes and servers do at their own pace.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Asks until the answer is the expected one; an answer that never comes is told with the last one.</summary>
    /// <param name="within">How long, half a minute when it is left out.</param>
    public static async Task IsAsync<T>(T expected, Func<Task<T>> ask, TimeSpan? within = null)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
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
