namespace ContactGroup.Hosting.Web;

/// <summary>Headers of every answer, also of refusals and of addresses that do not exist: a difference would tell what exists.</summary>
internal static class SecurityHeaders
{
    private const string ForData = "default-src 'none'; frame-ancestors 'none'";

    private const string ForPages =
        "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; script-src 'self'; worker-src 'self'; manifest-src 'self'; "
        + "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XFrameOptions = "DENY";
        if (IsData(context.Request.Path))
        {
            headers.ContentSecurityPolicy = ForData;

            // Content must not outlive a session in the caches of browsers and proxies.
            headers.CacheControl = "no-store";
        }
        else
        {
            headers.ContentSecurityPolicy = ForPages;
        }
    }

    public static bool IsData(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase);
}
