using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Identity.Data;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Identity.Features;

/// <summary>The people of an organisation. What they type to sign in is shown to administrators only.</summary>
internal static class ListPeople
{
    public sealed record Response(IReadOnlyList<Listed> People);

    public sealed record Listed(string Id, string DisplayName, bool Suspended, string? Account);

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapGet("/organisations/{organisation}/people", HandleAsync)
        .ForAdministratorsAndCoordinators()
        .WithName(nameof(ListPeople))
        .WithSummary("List an organisation's people");

    private static Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        string organisation, Participant who, [FromKeyedServices(IdentityModule.Name)] ModuleStore store, CancellationToken cancellationToken) =>
        store.ReadAsync<Results<Ok<Response>, ProblemHttpResult>>(
            async connection =>
            {
                if (await Organisations.FindAsync(connection, organisation) is null)
                {
                    return Problems.NotFound();
                }

                var people = await connection.QueryAsync<Row>(
                    """
                    SELECT id AS Id, display_name AS DisplayName, account AS Account, suspended_at AS SuspendedAt
                    FROM people WHERE organisation = @organisation ORDER BY display_name, id
                    """,
                    new { organisation });
                return TypedResults.Ok(new Response(
                    [.. people.Select(row => new Listed(row.Id, row.DisplayName, row.SuspendedAt is not null, who.IsAdministrator ? row.Account : null))]));
            },
            cancellationToken);

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string DisplayName { get; init; } = "";

        public string Account { get; init; } = "";

        public long? SuspendedAt { get; init; }
    }
}
