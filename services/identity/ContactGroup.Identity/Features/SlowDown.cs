using System.Globalization;
using ContactGroup.Hosting.Web;
using ContactGroup.Identity.Domain;

namespace ContactGroup.Identity.Features;

/// <summary>Counts attempts to guess a secret by network address, on the endpoints that are open to everyone.</summary>
internal sealed class SlowDown(SignInPace pace, ILogger<SlowDown> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (pace.WaitForAddress(context.HttpContext.Connection.RemoteIpAddress) is not { } seconds)
        {
            return await next(context);
        }

        IdentityLog.SignInSlowed(logger);
        context.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Problems.Refused(ProblemCode.TooManyRequests);
    }
}
