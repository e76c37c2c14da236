using ContactGroup.Identity.OpenId;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Identity.Features;

/// <summary>The providers through which people sign in, for the buttons on the page. Names only: neither issuers nor ids of clients.</summary>
internal static class ListProviders
{
    public sealed record Response(IReadOnlyList<Listed> Providers);

    public sealed record Listed(string Name, string DisplayName);

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapGet("/providers", Handle)
        .AllowAnonymous() // who wants to sign in is not signed in
        .WithName(nameof(ListProviders))
        .WithSummary("List the providers of sign-in");

    private static Ok<Response> Handle(Providers providers) =>
        TypedResults.Ok(new Response([.. providers.All.Select(provider => new Listed(provider.Name, provider.DisplayName))]));
}
