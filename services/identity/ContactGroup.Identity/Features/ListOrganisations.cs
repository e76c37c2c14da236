using ContactGroup.Hosting.Storage;
using ContactGroup.Identity.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Identity.Features;

/// <summary>The organisations of the deployment, for those who invite people and open contact groups.</summary>
internal static class ListOrganisations
{
    public sealed record Response(IReadOnlyList<OrganisationAnswer> Organisations);

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapGet("/organisations", HandleAsync)
        .ForAdministratorsAndCoordinators()
        .WithName(nameof(ListOrganisations))
        .WithSummary("List organisations");

    private static async Task<Ok<Response>> HandleAsync(
        [FromKeyedServices(IdentityModule.Name)] ModuleStore store, CancellationToken cancellationToken)
    {
        var all = await store.ReadAsync(Organisations.AllAsync, cancellationToken);
        return TypedResults.Ok(new Response([.. all.Select(OrganisationAnswer.Of)]));
    }
}
