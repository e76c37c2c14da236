using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Identity.Data;
using ContactGroup.Identity.OpenId;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Identity.Features;

/// <summary>The people of an organisation. What they sign in with is shown to administrators only.</summary>
internal static class ListPeople
{
    public sealed record Response(IReadOnlyList<Listed> People);

    // Of a provider its name here and nothing of who the person is there; "removed" when the settings have it no more, so that nobody signs in with it.
    public sealed record Listed(string Id, string DisplayName, bool Suspended, string? Account, string? Provider);

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapGet("/organisations/{organisation}/people", HandleAsync)
        .ForAdministratorsAndCoordinators()
        .WithName(nameof(ListPeople))
        .WithSummary("List an organisation's people");

    private static Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        string organisation, Participant who, Providers providers, [FromKeyedServices(IdentityModule.Name)] ModuleStore store, CancellationToken cancellationToken) =>
        store.ReadAsync<Results<Ok<Response>, ProblemHttpResult>>(
            async connection =>
            {
                if (await Organisations.FindAsync(connection, organisation) is null)
                {
                    return Problems.NotFound();
                }

                var people = await connection.QueryAsync<Row>($"{Select} WHERE p.organisation = @organisation ORDER BY p.display_name, p.id", new { organisation });
                return TypedResults.Ok(new Response([.. people.Select(row => row.ToListed(who.IsAdministrator, providers))]));
            },
            cancellationToken);

    internal const string Select =
        """
        SELECT p.id AS Id, p.display_name AS DisplayName, p.account AS Account, p.suspended_at AS SuspendedAt, o.issuer AS Issuer
        FROM people p LEFT JOIN outside_identities o ON o.person = p.id
        """;

    internal sealed class Row
    {
        public string Id { get; init; } = "";

        public string DisplayName { get; init; } = "";

        public string Account { get; init; } = "";

        public long? SuspendedAt { get; init; }

        public string? Issuer { get; init; }

        public Listed ToListed(bool toAdministrator, Providers providers) => toAdministrator
            ? new Listed(Id, DisplayName, SuspendedAt is not null, Account, Issuer is null ? null : providers.NameOf(Issuer) ?? "removed")
            : new Listed(Id, DisplayName, SuspendedAt is not null, Account: null, Provider: null);
    }
}
