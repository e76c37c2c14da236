using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Identity.Data;
using ContactGroup.Identity.Domain;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Identity.Features;

/// <summary>An administrator invites one person to an organisation, or another administrator. The code is shown once and hands over the choice.</summary>
internal static class Invite
{
    private const int DefaultHours = 72;

    public sealed record Request(string? Organisation = null, bool? Administrator = null, int? ExpiresInHours = null);

    public sealed record Response(string Code, DateTimeOffset ExpiresAt);

    // What the store keeps so that a repeat gets the same answer: the code only sealed.
    private sealed record Receipt(string SealedCode, DateTimeOffset ExpiresAt);

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapPost("/invitations", HandleAsync)
        .ForAdministrators()
        .WithName(nameof(Invite))
        .WithSummary("Invite a person");

    private static async Task<Results<Created<Response>, ProblemHttpResult>> HandleAsync(
        Participant who, IdempotencyKey key, Request request, [FromKeyedServices(IdentityModule.Name)] ModuleStore store, IDataProtectionProvider keys,
        ILogger<Enrolment> logger, CancellationToken cancellationToken)
    {
        var checks = new FieldChecks();
        var administrator = request.Administrator is true;

        // INVARIANT (8): an administrator belongs to no organisation, so reads nobody's content.
        checks.That(!administrator || request.Organisation is null, "organisation", "Leave it out: an administrator belongs to no organisation.");
        checks.That(administrator || request.Organisation is not null, "organisation", "Give the id of an organisation.");
        checks.Range("expiresInHours", request.ExpiresInHours, 1, 720);
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        var seal = keys.CreateProtector("ContactGroup.Identity.Invitations.v1");
        var receipt = await store.WriteAsync(
            scope => Idempotency.RunOnceAsync(scope, who, key, request, async () =>
            {
                if (request.Organisation is { } organisation && await Organisations.FindAsync(scope.Connection, organisation) is null)
                {
                    throw new RefusedException(ProblemCode.FieldInvalid, "organisation", "Give the id of an organisation of this deployment.");
                }

                var code = Secrets.NewCode();
                var invitation = new Invitation(
                    request.Organisation, scope.Now.ToStorePrecision().AddHours(request.ExpiresInHours ?? DefaultHours));
                await Invitations.AddAsync(scope.Connection, code, invitation, who.PersonId);
                scope.AfterCommit(() => IdentityLog.Invited(logger, invitation.Organisation, who.PersonId));
                return new Receipt(seal.Protect(code), invitation.ExpiresAt);
            }),
            cancellationToken);
        return TypedResults.Created((string?)null, new Response(seal.Unprotect(receipt.SealedCode), receipt.ExpiresAt));
    }
}
