using ContactGroup.Hosting.Storage;
using ContactGroup.Identity.Data;
using ContactGroup.Identity.Domain;
using Microsoft.AspNetCore.Identity;

namespace ContactGroup.Identity.OpenId;

/// <summary>Finishes a sign-in that came back from a provider: who is it outside, who is that here, and their session.</summary>
internal sealed class OutsideSignIn(
    [FromKeyedServices(IdentityModule.Name)] ModuleStore store, CodeExchange exchange, IdentityTokens tokens, UserManager<Account> users, Enrolment enrolment,
    Sessions sessions, TimeProvider clock, ILogger<OutsideSignIn> logger)
{
    /// <summary>The session of whoever the provider vouches for.</summary>
    /// <exception cref="OpenIdRefusedException">There is none, whatever the reason.</exception>
    /// <exception cref="ProviderUnavailableException">The provider did not answer.</exception>
    public async Task<RunningSession> FinishAsync(Provider provider, PendingSignIn pending, IQueryCollection query, CancellationToken cancellationToken)
    {
        var identity = await IdentityAsync(provider, pending, query, cancellationToken);
        var account = pending.Invited is { } invited
            ? await EnrolAsync(provider, identity, invited, cancellationToken)
            : await FindAsync(identity, cancellationToken);
        if (account.SuspendedAt is not null)
        {
            IdentityLog.SignInRefused(logger, account.Id, OpenIdRefusal.Suspended);
            throw new OpenIdRefusedException(OpenIdRefusal.Suspended);
        }

        return await sessions.StartAsync(account, refreshable: false, cancellationToken) ?? throw new OpenIdRefusedException(OpenIdRefusal.Suspended);
    }

    private async Task<OutsideIdentity> IdentityAsync(Provider provider, PendingSignIn pending, IQueryCollection query, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var code = ProviderAnswer.CodeOf(query, provider, pending, now);

        // The cookie is taken away too, but whoever copied it could come again: what counts is in the store.
        OpenIdRefusedException.Unless(
            await store.WriteAsync(scope => OutsideIdentities.UseStateAsync(scope.Connection, pending, now), cancellationToken), OpenIdRefusal.StateUsed);
        var facts = await provider.Documents.GetAsync(cancellationToken);
        ProviderAnswer.CheckIssuer(query, provider, facts.Discovery);
        var answer = await exchange.ExchangeAsync(provider, facts.Discovery, pending, code, cancellationToken);
        return await tokens.ReadAsync(provider, facts, pending, code, answer, cancellationToken);
    }

    private async Task<Account> FindAsync(OutsideIdentity identity, CancellationToken cancellationToken)
    {
        var person = await store.ReadAsync(connection => OutsideIdentities.FindAsync(connection, identity), cancellationToken);
        return (person is null ? null : await users.FindByIdAsync(person)) ?? throw new OpenIdRefusedException(OpenIdRefusal.NotBound);
    }

    private async Task<Account> EnrolAsync(Provider provider, OutsideIdentity identity, Invited invited, CancellationToken cancellationToken)
    {
        var invitation = await store.ReadAsync(connection => Invitations.FindAsync(connection, invited.Code, clock.GetUtcNow()), cancellationToken)
            ?? throw new OpenIdRefusedException(OpenIdRefusal.Invitation);
        var (account, _) = await enrolment.EnrolAsync(
            new Newcomer(invited.Account, Password: null, invited.DisplayName),
            invitation.Organisation,
            async (scope, person) =>
            {
                OpenIdRefusedException.Unless(
                    await Invitations.UseAsync(scope.Connection, invited.Code, person, clock.GetUtcNow()), OpenIdRefusal.Invitation);
                OpenIdRefusedException.Unless(
                    await OutsideIdentities.BindAsync(scope.Connection, identity, person, clock.GetUtcNow()), OpenIdRefusal.BoundAlready);
            });
        if (account is null)
        {
            throw new OpenIdRefusedException(OpenIdRefusal.AccountRefused);
        }

        IdentityLog.InvitationAccepted(logger, account.Id, account.Organisation);
        IdentityLog.Bound(logger, account.Id, provider.Name);
        return account;
    }
}
