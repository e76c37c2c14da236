namespace ContactGroup.Client;

/// <summary>
/// Keeps the session between calls, and between processes when it is a file. A refresh token works once, so a change must be exclusive:
/// two refreshes with the same token would look like theft to the server, which ends the session.
/// </summary>
public interface ISessionStore
{
    /// <summary>The session now, or null when nobody is signed in.</summary>
    ValueTask<Session?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Runs <paramref name="change"/> on the newest session while nobody else can, keeps what it gives, and returns that.</summary>
    ValueTask<Session?> ChangeAsync(Func<Session?, CancellationToken, Task<Session?>> change, CancellationToken cancellationToken);
}
