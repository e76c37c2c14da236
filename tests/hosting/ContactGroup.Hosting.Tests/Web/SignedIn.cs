using System.Text.Encodings.Web;
using ContactGroup.Classification;
using ContactGroup.Hosting.Authentication;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace ContactGroup.Hosting.Tests.Web;

internal sealed class SignedInOptions : AuthenticationSchemeOptions;

/// <summary>Signs in whoever the header X-Person names.</summary>
internal sealed class SignedIn(IOptionsMonitor<SignedInOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<SignedInOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Request.Headers["X-Person"] is [{ Length: > 0 } person]
        ? AuthenticateResult.Success(new AuthenticationTicket(
            ParticipantClaims.Write(new Participant(person, person, "o1", "Organisation", Constituency.Ingo, null, "s1", false), TimeProvider.GetUtcNow()),
            Scheme.Name))
        : AuthenticateResult.NoResult());
}
