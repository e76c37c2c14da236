using ContactGroup.Hosting.Authentication;
using ContactGroup.Identity.Data;

namespace ContactGroup.Identity.Features;

/// <summary>What the SDK and the command line get: an access token with its life in seconds, and the refresh token that gets the next.</summary>
internal sealed record SessionTokens(string AccessToken, int ExpiresIn, string RefreshToken, PersonName Person)
{
    public static SessionTokens Of(RunningSession session, AccessTokens tokens)
    {
        var access = tokens.Issue(session.Participant, session.Since);
        return new SessionTokens(
            access.Text, access.ExpiresIn, session.RefreshToken!, new PersonName(session.Participant.PersonId, session.Participant.DisplayName));
    }
}
