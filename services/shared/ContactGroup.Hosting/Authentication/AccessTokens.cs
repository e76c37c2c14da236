using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.Options;

namespace ContactGroup.Hosting.Authentication;

/// <summary>Issues access tokens: Data Protection tickets that every process with the same key ring can read.</summary>
public sealed class AccessTokens(IOptionsMonitor<BearerTokenOptions> bearer, TimeProvider clock)
{
    /// <summary>An access token for a participant of a running session.</summary>
    /// <param name="participant">Who it is for.</param>
    /// <param name="since">When the session started, UTC; now when null.</param>
    public AccessToken Issue(Participant participant, DateTimeOffset? since = null)
    {
        var options = bearer.Get(SessionSchemes.Bearer);
        var now = clock.GetUtcNow();
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + options.BearerTokenExpiration };
        var ticket = new AuthenticationTicket(ParticipantClaims.Write(participant, since ?? now), properties, $"{SessionSchemes.Bearer}:AccessToken");
        return new AccessToken(options.BearerTokenProtector.Protect(ticket), (int)options.BearerTokenExpiration.TotalSeconds);
    }
}

/// <summary>An access token and its life in seconds.</summary>
public sealed record AccessToken(string Text, int ExpiresIn);
