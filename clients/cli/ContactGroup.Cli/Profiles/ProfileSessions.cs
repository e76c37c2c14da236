using ContactGroup.Client;

namespace ContactGroup.Cli.Profiles;

/// <summary>Keeps the session in the profile, for the one server that it belongs to.</summary>
internal sealed class ProfileSessions(ProfileFile file, Uri address) : ISessionStore
{
    /// <summary>Noted with the next session that is kept.</summary>
    public string? Account { get; set; }

    public async ValueTask<Session?> ReadAsync(CancellationToken cancellationToken) => Of(await file.ReadAsync(cancellationToken));

    public async ValueTask<Session?> ChangeAsync(Func<Session?, CancellationToken, Task<Session?>> change, CancellationToken cancellationToken)
    {
        var profile = await file.ChangeAsync(ChangeProfileAsync, cancellationToken);
        return Of(profile);

        async Task<Profile?> ChangeProfileAsync(Profile? current, CancellationToken token) =>
            new(address, Account ?? current?.Account, await change(Of(current), token));
    }

    // INVARIANT: a token is never sent to a server that did not give it.
    private Session? Of(Profile? profile) => profile?.Address == address ? profile.Session : null;
}
