using ContactGroup.Hosting.Storage;
using ContactGroup.Identity.OpenId;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Identity.Features;

/// <summary>The administrators, who belong to no organisation: so that one whose account is in other hands is found and suspended by another.</summary>
internal static class ListAdministrators
{
    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapGet("/administrators", HandleAsync)
        .ForAdministrators()
        .WithName(nameof(ListAdministrators))
        .WithSummary("List administrators");

    private static async Task<Ok<ListPeople.Response>> HandleAsync(
        Providers providers, [FromKeyedServices(IdentityModule.Name)] ModuleStore store, CancellationToken cancellationToken)
    {
        var rows = await store.ReadAsync(
            connection => connection.QueryAsync<ListPeople.Row>($"{ListPeople.Select} WHERE p.organisation IS NULL ORDER BY p.display_name, p.id"), cancellationToken);
        return TypedResults.Ok(new ListPeople.Response([.. rows.Select(row => row.ToListed(toAdministrator: true, providers))]));
    }
}
