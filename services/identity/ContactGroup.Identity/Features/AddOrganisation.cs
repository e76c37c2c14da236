using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Identity.Data;
using ContactGroup.Identity.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Identity.Features;

/// <summary>An administrator adds an organisation and says what it is in the theatre.</summary>
internal static class AddOrganisation
{
    public const string NameTaken = "An organisation of this name exists already.";

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapPost("/organisations", HandleAsync)
        .ForAdministrators()
        .WithName(nameof(AddOrganisation))
        .WithSummary("Add an organisation");

    private static async Task<Results<Created<OrganisationAnswer>, ProblemHttpResult>> HandleAsync(
        Participant who, IdempotencyKey key, OrganisationRequest request, [FromKeyedServices(IdentityModule.Name)] ModuleStore store,
        ILogger<Organisation> logger, CancellationToken cancellationToken)
    {
        var checks = new FieldChecks();
        var organisation = request.Check(checks, Contracts.Ids.New(), version: 1);
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        var added = await store.WriteAsync(
            scope => Idempotency.RunOnceAsync(scope, who, key, request, async () =>
            {
                if (await Organisations.FindByNameAsync(scope.Connection, organisation.NameKey) is not null)
                {
                    throw new RefusedException(ProblemCode.FieldInvalid, "name", NameTaken);
                }

                await Organisations.AddAsync(scope.Connection, organisation, scope.Now.ToMicroseconds());
                scope.Publish(organisation.Id, organisation.ToFact(scope.Now));
                scope.AfterCommit(() => IdentityLog.OrganisationAdded(logger, organisation.Id, who.PersonId));
                return OrganisationAnswer.Of(organisation);
            }),
            cancellationToken);
        return TypedResults.Created((string?)null, added);
    }
}
