using ContactGroup.Hosting.Web;
using Microsoft.Extensions.Options;

namespace ContactGroup.Realtime.Endpoint;

/// <summary>
/// Browsers let any page open a WebSocket to any host and send the cookies along; they only say which page it was. Pages of others are turned away.
/// Programs send no origin.
/// </summary>
internal static class OriginGuard
{
    public static RequestDelegate Before(RequestDelegate next, IServiceProvider services)
    {
        var allowed = services.GetRequiredService<IOptions<RealtimeOptions>>().Value.AllowedOrigins;
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OriginGuard).FullName!);
        return context =>
        {
            if (Allows(context.Request, allowed))
            {
                return next(context);
            }

            RealtimeLog.ForeignOrigin(logger);
            return Problems.Refused(ProblemCode.CrossSiteGuard).ExecuteAsync(context);
        };
    }

    private static bool Allows(HttpRequest request, IList<string> allowed) => request.Headers.Origin.Count == 0
        || (request.Headers.Origin is [{ } origin] && (IsOurs(request, origin) || allowed.Contains(origin, StringComparer.OrdinalIgnoreCase)));

    // The scheme is left out: TLS may end before us.
    private static bool IsOurs(HttpRequest request, string origin) => Uri.TryCreate(origin, UriKind.Absolute, out var page)
        && string.Equals(page.IsDefaultPort ? page.Host : page.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
