using System.Text.Json.Serialization;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Identity.Data;
using ContactGroup.Identity.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ContactGroup.Identity.Features;

/// <summary>Who is signed in, and what their organisation makes them.</summary>
internal static class WhoAmI
{
    // Null is an answer here: an administrator has no organisation, so no side and no audience.
    public sealed record Response(
        Self Person,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] OrganisationAnswer? Organisation,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Side,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Audience,
        bool IsCoordinator,
        bool IsAdministrator,
        bool Exercise);

    public sealed record Self(string Id, string Account, string DisplayName);

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapGet("/me", HandleAsync)
        .WithName(nameof(WhoAmI))
        .WithSummary("Who I am, my organisation and my audience");

    private static async Task<Ok<Response>> HandleAsync(
        Participant who, UserManager<Account> users, [FromKeyedServices(IdentityModule.Name)] ModuleStore store, IOptions<Deployment> deployment,
        CancellationToken cancellationToken)
    {
        var account = await users.FindByIdAsync(who.PersonId);
        var organisation = who.OrganisationId is { } id
            ? await store.ReadAsync(connection => Organisations.FindAsync(connection, id), cancellationToken)
            : null;
        return TypedResults.Ok(new Response(
            new Self(who.PersonId, account?.Name ?? "", who.DisplayName),
            organisation is null ? null : OrganisationAnswer.Of(organisation),
            who.Side,
            who.Audience,
            who.IsCoordinator,
            who.IsAdministrator,
            deployment.Value.Exercise));
    }
}
