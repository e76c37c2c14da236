using ContactGroup.Classification;
using ContactGroup.Contracts.Identity;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Identity.Data;
using ContactGroup.Identity.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Identity.Features;

/// <summary>
/// An administrator corrects an organisation. When what it is in the theatre changes, every session and every membership of its people ends before the
/// answer: nobody goes on reading with the old right.
/// </summary>
internal static class ChangeOrganisation
{
    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapPut("/organisations/{organisation}", HandleAsync)
        .ForAdministrators()
        .WithName(nameof(ChangeOrganisation))
        .WithSummary("Change an organisation");

    private static async Task<Results<Ok<OrganisationAnswer>, ProblemHttpResult>> HandleAsync(
        string organisation, OrganisationRequest request, Participant who, Sessions sessions, IEnumerable<IPeopleGate> gates,
        [FromKeyedServices(IdentityModule.Name)] ModuleStore store, TimeProvider clock, ILogger<Organisation> logger, CancellationToken cancellationToken)
    {
        var checks = new FieldChecks();
        var wanted = request.Check(checks, organisation, version: 0);
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        var (now, refusal) = await store.WriteAsync(
            scope => ChangeAsync(scope, organisation, wanted, who, sessions, logger), cancellationToken);
        if (now is null)
        {
            return refusal!;
        }

        // INVARIANT: not acknowledged before every right of the old kind has ended; a repeat after a failure ends them again.
        foreach (var gate in gates)
        {
            await gate.ChangeAsync(now.ToFact(clock.GetUtcNow()), CancellationToken.None);
        }

        return TypedResults.Ok(OrganisationAnswer.Of(now));
    }

    private static async Task<(Organisation? Now, ProblemHttpResult? Refusal)> ChangeAsync(
        WriteScope scope, string organisation, Organisation wanted, Participant who, Sessions sessions, ILogger<Organisation> logger)
    {
        if (await Organisations.FindAsync(scope.Connection, organisation) is not { } before)
        {
            return (null, Problems.NotFound());
        }

        if (before with { Version = 0 } == wanted)
        {
            return (before, null);
        }

        if (await RefusalAsync(scope, before, wanted) is { } refusal)
        {
            return (null, refusal);
        }

        var after = wanted with { Version = before.Version + 1 };
        await Organisations.ChangeAsync(scope.Connection, after);
        scope.Publish(after.Id, after.ToFact(scope.Now));
        var ended = (before.Constituency, before.Force) == (after.Constituency, after.Force)
            ? 0
            : await sessions.EndAllOfOrganisationAsync(scope, organisation, SessionEnd.OrganisationChanged);
        scope.AfterCommit(() => IdentityLog.OrganisationChanged(logger, organisation, who.PersonId, ended));
        return (after, null);
    }

    private static async Task<ProblemHttpResult?> RefusalAsync(WriteScope scope, Organisation before, Organisation wanted)
    {
        // INVARIANT (8): the people of a party must not wake up as coordinators, with all they wrote and read before.
        if (wanted.Constituency is Constituency.Coordination && before.Constituency is not Constituency.Coordination)
        {
            return Problems.Invalid("constituency", "Add a new organisation for coordination: an existing one cannot become it.");
        }

        return await Organisations.FindByNameAsync(scope.Connection, wanted.NameKey) is { } same && same.Id != before.Id
            ? Problems.Invalid("name", AddOrganisation.NameTaken)
            : null;
    }
}
