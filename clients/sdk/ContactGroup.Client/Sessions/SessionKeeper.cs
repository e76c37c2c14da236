using System.Net;

namespace ContactGroup.Client.Sessions;

/// <summary>Gives a usable access token, renewing it shortly before it ends or when the server refuses it.</summary>
internal sealed class SessionKeeper(ISessionStore store, Func<Session, CancellationToken, Task<Session>> refresh, TimeProvider clock)
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    public async ValueTask<string> AccessTokenAsync(CancellationToken cancellationToken)
    {
        var session = await store.ReadAsync(cancellationToken).ConfigureAwait(false) ?? throw NotSignedIn();
        return session.ExpiresAt - clock.GetUtcNow() > Margin
            ? session.AccessToken
            : await RenewAsync(session.AccessToken, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Replaces the token that was refused, unless somebody else has done so meanwhile.</summary>
    public async ValueTask<string> RenewAsync(string refused, CancellationToken cancellationToken)
    {
        ContactGroupException? ended = null;
        var renewed = await store.ChangeAsync(ReplaceAsync, cancellationToken).ConfigureAwait(false);
        return renewed?.AccessToken ?? throw NotSignedIn(ended);

        async Task<Session?> ReplaceAsync(Session? current, CancellationToken token)
        {
            if (current is null || !string.Equals(current.AccessToken, refused, StringComparison.Ordinal))
            {
                return current;
            }

            try
            {
                return await refresh(current, token).ConfigureAwait(false);
            }
            catch (ContactGroupException refusal) when (refusal.Status is HttpStatusCode.Unauthorized)
            {
                ended = refusal;
                return null;
            }
        }
    }

    private static ContactGroupException NotSignedIn(Exception? inner = null) =>
        new(ErrorCodes.NotSignedIn, HttpStatusCode.Unauthorized, "Nobody is signed in, or the session has ended. Sign in again.", inner: inner);
}
