using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Identity.Data;
using ContactGroup.Identity.Domain;
using ContactGroup.Identity.OpenId;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace ContactGroup.Identity.Features;

/// <summary>
/// An invited person makes an account without a password, to sign in through a provider. The invitation is used when they come back from there, together
/// with the account and its binding.
/// </summary>
internal static class AcceptInvitationAtProvider
{
    public sealed record Request(string Code, string Account, string DisplayName);

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapPost("/providers/{provider}/invitations", HandleAsync)
        .AllowAnonymous() // the invited person has no account yet; the code is the proof
        .AddEndpointFilter<SlowDown>()
        .WithName(nameof(AcceptInvitationAtProvider))
        .WithSummary("Begin to make an account with an invitation and a provider");

    private static async Task<Results<Ok<SignInAtProvider.Response>, ProblemHttpResult>> HandleAsync(
        string provider, Request request, Providers providers, PendingCookie cookie, UserManager<Account> users,
        [FromKeyedServices(IdentityModule.Name)] ModuleStore store, TimeProvider clock, HttpContext context, ILogger<Provider> logger,
        CancellationToken cancellationToken)
    {
        // Before anything else is looked at: without an invitation nobody learns which accounts exist.
        if (await store.ReadAsync(connection => Invitations.FindAsync(connection, request.Code, clock.GetUtcNow()), cancellationToken) is null)
        {
            IdentityLog.InvitationRefused(logger);
            return Problems.Refused(ProblemCode.InvitationRefused);
        }

        var checks = new FieldChecks();
        var newcomer = Newcomer.Check(checks, request.Account, request.DisplayName);
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        return await users.FindByNameAsync(newcomer.Account) is null
            ? await SignInAtProvider.SendAsync(
                providers.Find(provider), new Invited(request.Code, newcomer.Account, newcomer.DisplayName), cookie, clock, context, logger, cancellationToken)
            : Problems.Refused(ProblemCode.AccountNameTaken);
    }
}
