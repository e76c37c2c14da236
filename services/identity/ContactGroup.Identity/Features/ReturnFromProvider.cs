using ContactGroup.Hosting.Authentication;
using ContactGroup.Identity.OpenId;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Identity.Features;

/// <summary>
/// A provider sends a person back. Whatever is wrong, the answer is the same: back to the page, which says one sentence. Why is in the log.
/// </summary>
internal static class ReturnFromProvider
{
    private const string Inside = "/";
    private const string Refused = "/#/sign-in-refused";

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapGet("/providers/{provider}/callback", HandleAsync)
        .AllowAnonymous() // this is the door
        .AddEndpointFilter<SlowDown>()
        .WithName(nameof(ReturnFromProvider))
        .WithSummary("Come back from a provider");

    private static async Task<RedirectHttpResult> HandleAsync(
        string provider, Providers providers, PendingCookie cookie, OutsideSignIn outside, HttpContext context, ILogger<Provider> logger,
        CancellationToken cancellationToken)
    {
        var pending = cookie.Take(context);
        var at = providers.Find(provider);
        try
        {
            OpenIdRefusedException.Unless(at is not null && pending is not null, OpenIdRefusal.NotPending);
            var session = await outside.FinishAsync(at!, pending!, context.Request.Query, cancellationToken);
            await context.SignInAsync(SessionSchemes.Cookie, ParticipantClaims.Write(session.Participant, session.Since));
            return TypedResults.LocalRedirect(Inside);
        }
        catch (OpenIdRefusedException refusal)
        {
            IdentityLog.OutsideSignInRefused(logger, at?.Name, refusal.Reason);
        }
        catch (ProviderUnavailableException failure)
        {
            IdentityLog.ProviderUnavailable(logger, at!.Name, failure.Reason);
        }

        return TypedResults.LocalRedirect(Refused);
    }
}
