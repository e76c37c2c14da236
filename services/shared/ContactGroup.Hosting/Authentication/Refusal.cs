namespace ContactGroup.Hosting.Authentication;

/// <summary>Why authentication turns a request away.</summary>
internal enum Refusal
{
    NotSignedIn,
    NotAllowed,
    Forged,
    Unavailable,
}

/// <summary>A refusal as problem details. The same for every cause of not being signed in: expired, foreign, garbage, ended.</summary>
internal static class RefusalBody
{
    public static Task WriteAsync(HttpContext context, Refusal refusal)
    {
        var (status, code, title, detail) = refusal switch
        {
            Refusal.NotAllowed => (403, "CG-2003", "not allowed for your role", "Ask an administrator or a coordinator."),
            Refusal.Forged => (403, "CG-2008", "request not sent by this application's own page", "Send the header X-ContactGroup: 1 with cookies."),
            Refusal.Unavailable => (503, "CG-1008", "store unavailable", "Try again in a moment."),
            _ => (401, "CG-2001", "not signed in", "Sign in, or refresh the access token."),
        };
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        if (status == 401)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }
        else if (status == 503)
        {
            context.Response.Headers.RetryAfter = "5";
        }

        return context.Response.WriteAsJsonAsync(
            new { type = $"/errors/{code}", title, status, code, detail }, options: null, contentType: "application/problem+json");
    }
}
