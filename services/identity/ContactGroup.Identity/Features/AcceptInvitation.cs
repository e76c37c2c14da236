using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Identity.Data;
using ContactGroup.Identity.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Identity.Features;

/// <summary>An invited person makes their account. Account and use of the invitation commit together.</summary>
internal static class AcceptInvitation
{
    public sealed record Request(string Code, string Account, string Password, string DisplayName);

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapPost("/invitations/accept", HandleAsync)
        .AllowAnonymous() // the invited person has no account yet; the code is the proof
        .AddEndpointFilter<SlowDown>()
        .WithName(nameof(AcceptInvitation))
        .WithSummary("Make an account with an invitation");

    private static async Task<Results<Created<PersonAnswer>, ProblemHttpResult>> HandleAsync(
        Request request, Enrolment enrolment, [FromKeyedServices(IdentityModule.Name)] ModuleStore store, TimeProvider clock,
        ILogger<Enrolment> logger, CancellationToken cancellationToken)
    {
        // Before anything else is looked at: without an invitation nobody learns which accounts exist.
        var invitation = await store.ReadAsync(
            connection => Invitations.FindAsync(connection, request.Code, clock.GetUtcNow()), cancellationToken);
        if (invitation is null)
        {
            IdentityLog.InvitationRefused(logger);
            return Problems.Refused(ProblemCode.InvitationRefused);
        }

        var checks = new FieldChecks();
        var newcomer = Newcomer.Check(checks, request.Account, request.Password, request.DisplayName);
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        var (account, refusal) = await enrolment.EnrolAsync(
            newcomer,
            invitation.Organisation,
            async (scope, person) =>
            {
                if (!await Invitations.UseAsync(scope.Connection, request.Code, person, clock.GetUtcNow()))
                {
                    throw new RefusedException(ProblemCode.InvitationRefused);
                }
            });
        if (account is null)
        {
            return refusal!;
        }

        IdentityLog.InvitationAccepted(logger, account.Id, account.Organisation);
        return TypedResults.Created((string?)null, new PersonAnswer(new PersonName(account.Id, account.DisplayName)));
    }
}
