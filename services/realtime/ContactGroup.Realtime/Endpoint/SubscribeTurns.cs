namespace ContactGroup.Realtime.Endpoint;

/// <summary>
/// Lets few subscribe at once. When all come back at the same time the questions to release would otherwise be so many that none is answered in time, the
/// lease of this process among them, and everybody would be sent away to come back again.
/// </summary>
internal sealed class SubscribeTurns : IDisposable
{
    private const int AtOnce = 16;
    private readonly SemaphoreSlim free = new(AtOnce);

    /// <summary>Waits for a turn; whoever hangs up meanwhile makes room.</summary>
    public async Task<IDisposable> TakeAsync(CancellationToken cancellationToken)
    {
        await free.WaitAsync(cancellationToken);
        return new Turn(free);
    }

    public void Dispose() => free.Dispose();

    private sealed class Turn(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
