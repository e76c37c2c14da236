using ContactGroup.Hosting.Web;
using ContactGroup.Identity.OpenId;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Identity.Features;

/// <summary>A person begins to sign in through a provider: the answer says where to go, and a cookie remembers it in this browser.</summary>
internal static class SignInAtProvider
{
    // A body, though it says nothing: a page of another site cannot send JSON.
    public sealed record Request;

    public sealed record Response(string Address);

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapPost("/providers/{provider}/sign-ins", HandleAsync)
        .AllowAnonymous() // this is the door
        .AddEndpointFilter<SlowDown>()
        .WithName(nameof(SignInAtProvider))
        .WithSummary("Begin to sign in through a provider");

    private static Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        string provider, Request request, Providers providers, PendingCookie cookie, TimeProvider clock, HttpContext context, ILogger<Provider> logger,
        CancellationToken cancellationToken) => SendAsync(providers.Find(provider), invited: null, cookie, clock, context, logger, cancellationToken);

    /// <summary>Sends somebody to a provider, to sign in or to make the account of an invitation.</summary>
    internal static async Task<Results<Ok<Response>, ProblemHttpResult>> SendAsync(
        Provider? provider, Invited? invited, PendingCookie cookie, TimeProvider clock, HttpContext context, ILogger<Provider> logger,
        CancellationToken cancellationToken)
    {
        if (provider is null)
        {
            return Problems.NotFound();
        }

        try
        {
            var facts = await provider.Documents.GetAsync(cancellationToken);
            var pending = PendingSignIn.Begin(provider, clock.GetUtcNow(), invited);
            cookie.Write(context, pending);
            return TypedResults.Ok(new Response(pending.AddressAt(provider, facts.Discovery)));
        }
        catch (ProviderUnavailableException failure)
        {
            IdentityLog.ProviderUnavailable(logger, provider.Name, failure.Reason);
            return Problems.Refused(ProblemCode.ProviderUnavailable);
        }
    }
}
