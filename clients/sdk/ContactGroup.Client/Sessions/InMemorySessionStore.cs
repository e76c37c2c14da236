namespace ContactGroup.Client;

/// <summary>Keeps the session for the life of the process.</summary>
public sealed class InMemorySessionStore : ISessionStore, IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile Session? session;

    /// <inheritdoc/>
    public ValueTask<Session?> ReadAsync(CancellationToken cancellationToken) => ValueTask.FromResult(session);

    /// <inheritdoc/>
    public async ValueTask<Session?> ChangeAsync(Func<Session?, CancellationToken, Task<Session?>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return session = await change(session, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();
}
