using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Identity.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Identity.Features;

/// <summary>A refresh token is exchanged for new tokens, once. Coming twice it ends the session: one of the two who had it is a thief.</summary>
internal static class RefreshSession
{
    public sealed record Request(string RefreshToken);

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapPost("/sessions/refresh", HandleAsync)
        .AllowAnonymous() // the access token has expired by now; the refresh token is the proof
        .WithName(nameof(RefreshSession))
        .WithSummary("Exchange a refresh token for new tokens");

    private static async Task<Results<Ok<SessionTokens>, ProblemHttpResult>> HandleAsync(
        Request request, Sessions sessions, AccessTokens tokens, CancellationToken cancellationToken) =>
        request.RefreshToken.Length is > 0 and <= 128 && await sessions.RefreshAsync(request.RefreshToken, cancellationToken) is { } session
            ? TypedResults.Ok(SessionTokens.Of(session, tokens))
            : Problems.Refused(ProblemCode.NotSignedIn);
}
