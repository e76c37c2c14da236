using ContactGroup.Hosting.Web;

namespace ContactGroup.Hosting.Authentication;

/// <summary>A refusal by authentication. The same for every cause of not being signed in: expired, foreign, garbage, ended.</summary>
internal static class Refusal
{
    public static Task WriteAsync(HttpContext context, ProblemCode code)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (code == ProblemCode.NotSignedIn)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }
        else if (code == ProblemCode.Unavailable)
        {
            context.Response.Headers.RetryAfter = "2";
        }

        return Problems.Refused(code).ExecuteAsync(context);
    }
}
