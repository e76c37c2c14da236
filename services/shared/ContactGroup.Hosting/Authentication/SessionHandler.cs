using System.Text.Encodings.Web;
using ContactGroup.Hosting.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace ContactGroup.Hosting.Authentication;

/// <summary>
/// The scheme every endpoint uses. Picks the one carrier a request brings (token or cookie, never both), then refuses sessions that ended,
/// tickets that contradict themselves, and cookies that another site may have sent. Refusals are problem details, never redirects.
/// </summary>
internal sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    SessionEnds ends)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private ProblemCode refusal = ProblemCode.NotSignedIn;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var carrier = Carrier();
        if (carrier is null)
        {
            return AuthenticateResult.NoResult();
        }

        var carried = await Context.AuthenticateAsync(carrier);
        if (carried.Ticket is null || ParticipantClaims.Read(carried.Ticket.Principal) is not { } ticket)
        {
            return AuthenticateResult.Fail("The ticket is expired, foreign or unreadable.");
        }

        if (carrier == SessionSchemes.Cookie && MayBeForged())
        {
            return Refuse(ProblemCode.CrossSiteGuard, "A cookie came without proof that our own page sent it.");
        }

        try
        {
            return ends.IsOver(ticket)
                ? AuthenticateResult.Fail("The session is over.")
                : AuthenticateResult.Success(new AuthenticationTicket(carried.Ticket.Principal, carried.Ticket.Properties, Scheme.Name));
        }
        catch (Exception failure)
        {
            // Fails closed: not knowing whether a session was ended is no reason to let it in.
            AuthenticationLog.RevocationUnknown(Logger, failure, ticket.Participant.SessionId);
            return Refuse(ProblemCode.Unavailable, "It is not known whether the session is over.");
        }
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await HandleAuthenticateOnceSafeAsync();
        await Refusal.WriteAsync(Context, refusal);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Refusal.WriteAsync(Context, ProblemCode.RoleNotAllowed);

    private string? Carrier()
    {
        if (Request.Headers.ContainsKey(HeaderNames.Authorization) || QueryToken.Of(Request) is not null)
        {
            return SessionSchemes.Bearer;
        }

        return Request.Cookies.ContainsKey(SessionCookie.NameIn(Request)) ? SessionSchemes.Cookie : null;
    }

    private bool MayBeForged()
    {
        if (Request.Path.StartsWithSegments(SessionSchemes.HubPath, StringComparison.OrdinalIgnoreCase))
        {
            // A WebSocket cannot carry our header and is not held by CORS; the browser names the page it came from instead.
            return Request.Headers.Origin is [{ } origin] && !IsOurs(origin);
        }

        return !(HttpMethods.IsGet(Request.Method) || HttpMethods.IsHead(Request.Method) || HttpMethods.IsOptions(Request.Method))
            && Request.Headers[SessionSchemes.GuardHeader] != SessionSchemes.GuardValue;
    }

    // The scheme is left out: TLS may end before us.
    private bool IsOurs(string origin) => Uri.TryCreate(origin, UriKind.Absolute, out var page)
        && string.Equals(page.IsDefaultPort ? page.Host : page.Authority, Request.Host.Value, StringComparison.OrdinalIgnoreCase);

    private AuthenticateResult Refuse(ProblemCode cause, string reason)
    {
        refusal = cause;
        return AuthenticateResult.Fail(reason);
    }
}
