using ContactGroup.Contracts.Identity;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Identity.Data;
using ContactGroup.Identity.Domain;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Identity.Features;

/// <summary>An administrator suspends a person. Their sessions and live connections are over before the answer.</summary>
internal static class SuspendPerson
{
    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapPost("/people/{person}/suspend", HandleAsync)
        .ForAdministrators()
        .WithName(nameof(SuspendPerson))
        .WithSummary("Suspend a person");

    // Suspending twice is suspending once, so the key is asked for like everywhere and needs no receipt.
    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        string person, Participant who, IdempotencyKey key, Sessions sessions, EndedSessions ended, IEnumerable<IPeopleGate> gates,
        [FromKeyedServices(IdentityModule.Name)] ModuleStore store, ILogger<Sessions> logger, CancellationToken cancellationToken)
    {
        var (now, refusal) = await store.WriteAsync(scope => SuspendAsync(scope, person, sessions, ended), cancellationToken);
        if (now is null)
        {
            return refusal!;
        }

        // INVARIANT: not acknowledged before every right has ended; a repeat after a failure ends them again.
        foreach (var gate in gates)
        {
            await gate.ChangeAsync(now, CancellationToken.None);
        }

        IdentityLog.PersonSuspended(logger, person, who.PersonId);
        return TypedResults.NoContent();
    }

    private static async Task<(PersonChanged? Now, ProblemHttpResult? Refusal)> SuspendAsync(
        WriteScope scope, string person, Sessions sessions, EndedSessions ended)
    {
        var found = await scope.Connection.QuerySingleOrDefaultAsync<Row>(
            """
            SELECT display_name AS DisplayName, organisation AS Organisation, administrator AS Administrator, version AS Version,
                suspended_at AS SuspendedAt,
                (SELECT COUNT(*) FROM people WHERE administrator = 1 AND suspended_at IS NULL) AS Administrators
            FROM people WHERE id = @person
            """,
            new { person });
        if (found is null)
        {
            return (null, Problems.NotFound());
        }

        if (found.SuspendedAt is not null)
        {
            // When the answer of the store got lost the first time, nobody was told.
            scope.AfterCommit(() => ended.Suspend(person));
            return (found.Suspended(person, found.Version, scope.Now), null);
        }

        if (found is { Administrator: true, Administrators: 1 })
        {
            return (null, Problems.Invalid("person", "Invite another administrator first: this is the last one."));
        }

        await scope.Connection.ExecuteAsync(
            "UPDATE people SET suspended_at = @at, security_stamp = @stamp, version = @version WHERE id = @person",
            new { person, at = scope.Now.ToMicroseconds(), stamp = Contracts.Ids.New(), version = found.Version + 1 });
        await sessions.EndAllOfPersonAsync(scope, person, SessionEnd.Suspended);
        var suspended = found.Suspended(person, found.Version + 1, scope.Now);
        scope.Publish(person, suspended);
        scope.AfterCommit(() => ended.Suspend(person));
        return (suspended, null);
    }

    private sealed class Row
    {
        public string DisplayName { get; init; } = "";

        public string? Organisation { get; init; }

        public bool Administrator { get; init; }

        public long Version { get; init; }

        public long? SuspendedAt { get; init; }

        public long Administrators { get; init; }

        public PersonChanged Suspended(string person, long version, DateTimeOffset at) =>
            new(person, DisplayName, Organisation, Suspended: true, Administrator, version, at);
    }
}
