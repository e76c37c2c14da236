using ContactGroup.Hosting.Authentication;
using ContactGroup.Identity.Data;
using ContactGroup.Identity.Domain;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Identity.Features;

/// <summary>A person ends the session they ask with, whatever carries it.</summary>
internal static class SignOut
{
    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapDelete("/sessions/current", HandleAsync)
        .WithName(nameof(SignOut))
        .WithSummary("Sign out");

    private static async Task<NoContent> HandleAsync(Participant who, Sessions sessions, HttpContext context, CancellationToken cancellationToken)
    {
        await sessions.EndAsync(who.SessionId, SessionEnd.SignedOut, cancellationToken);
        await context.SignOutAsync(SessionSchemes.Cookie);
        return TypedResults.NoContent();
    }
}
