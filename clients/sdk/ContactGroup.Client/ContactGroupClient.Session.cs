using ContactGroup.Client.Transport;

namespace ContactGroup.Client;

public sealed partial class ContactGroupClient
{
    private sealed record Tokens(string AccessToken, double ExpiresIn, string RefreshToken, PersonName Person);

    private sealed record Created(PersonName Person);

    /// <summary>Signs in with a local account and keeps the session.</summary>
    public async Task<Session> SignInAsync(string account, string password, CancellationToken cancellationToken = default)
    {
        var call = ApiCall.Command(HttpMethod.Post, "api/identity/sessions", new { account, password }, key: null, anonymous: true);
        var session = ToSession(await api.CallAsync<Tokens>(call, cancellationToken).ConfigureAwait(false));
        await sessions.ChangeAsync((_, _) => Task.FromResult<Session?>(session), cancellationToken).ConfigureAwait(false);
        return session;
    }

    /// <summary>Ends the session on the server, and here even if the server cannot be reached or has ended it already.</summary>
    public async Task SignOutAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await api.SendAsync(
                new ApiCall(HttpMethod.Delete, "api/identity/sessions/current", Key: IdempotencyKey.New()), cancellationToken).ConfigureAwait(false);
        }
        catch (ContactGroupException gone) when (gone.Code is ErrorCodes.NotSignedIn)
        {
            // What was asked for is so.
        }
        finally
        {
            await sessions.ChangeAsync((_, _) => Task.FromResult<Session?>(null), CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>First-run set-up: makes the first administrator with the one-time code that the server printed.</summary>
    public async Task<PersonName> SetUpAsync(string code, string account, string password, string displayName, CancellationToken cancellationToken = default) =>
        (await JoinAsync("api/identity/setup", code, account, password, displayName, cancellationToken).ConfigureAwait(false)).Person;

    /// <summary>Makes an account from an invitation.</summary>
    public async Task<PersonName> AcceptInvitationAsync(
        string code, string account, string password, string displayName, CancellationToken cancellationToken = default) =>
        (await JoinAsync("api/identity/invitations/accept", code, account, password, displayName, cancellationToken).ConfigureAwait(false)).Person;

    /// <summary>Who is signed in.</summary>
    public Task<Me> GetMeAsync(CancellationToken cancellationToken = default) => api.GetAsync<Me>("api/identity/me", cancellationToken);

    private Task<Created> JoinAsync(string path, string code, string account, string password, string displayName, CancellationToken cancellationToken) =>
        api.CallAsync<Created>(
            ApiCall.Command(HttpMethod.Post, path, new { code, account, password, displayName }, key: null, anonymous: true), cancellationToken);

    private async Task<Session> RefreshAsync(Session session, CancellationToken cancellationToken)
    {
        var call = ApiCall.Command(
            HttpMethod.Post, "api/identity/sessions/refresh", new { refreshToken = session.RefreshToken }, key: null, anonymous: true);
        return ToSession(await api.CallAsync<Tokens>(call, cancellationToken).ConfigureAwait(false));
    }

    private Session ToSession(Tokens tokens) =>
        new(tokens.AccessToken, clock.GetUtcNow().AddSeconds(tokens.ExpiresIn), tokens.RefreshToken, tokens.Person);
}
