using Microsoft.AspNetCore.Authentication.BearerToken;

namespace ContactGroup.Hosting.Authentication;

/// <summary>An access token in the query. It counts on hub paths only: addresses end up in logs, headers do not.</summary>
internal static class QueryToken
{
    private const string Name = "access_token";

    public static string? Of(HttpRequest request) =>
        request.Path.StartsWithSegments(SessionSchemes.HubPath, StringComparison.OrdinalIgnoreCase)
        && request.Query[Name] is [{ Length: > 0 } token] ? token : null;

    public static Task TakeAsync(MessageReceivedContext context)
    {
        if (context.Request.Headers.Authorization.Count == 0)
        {
            context.Token = Of(context.Request);
        }

        return Task.CompletedTask;
    }
}
