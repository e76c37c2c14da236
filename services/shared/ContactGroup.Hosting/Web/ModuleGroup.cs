using ContactGroup.Hosting.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Hosting.Web;

/// <summary>The group that every endpoint of a module belongs to. It carries the rules; an endpoint adds only what is stricter.</summary>
public static class ModuleGroup
{
    /// <summary>
    /// The group at <c>/api/{name}</c>: signed in, limited per person. An endpoint that must be open to everyone (sign-in) says
    /// <c>AllowAnonymous</c> and why.
    /// </summary>
    public static RouteGroupBuilder MapModule(this IEndpointRouteBuilder app, string name) => app
        .MapGroup("/api/" + name)
        .RequireAuthorization()
        .RequireRateLimiting(PersonLimits.Policy)
        .AddEndpointFilter(EndWithSessionAsync)
        .WithTags(name);

    // INVARIANT: what was read for a session that ended while the answer was made does not leave. What was written stays written, and says so.
    private static async ValueTask<object?> EndWithSessionAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var answer = await next(call);
        if (HttpMethods.IsGet(call.HttpContext.Request.Method) && await SessionInForce.BindAsync(call.HttpContext) is { } session)
        {
            await RequireAsync(session, answer);
        }

        return answer;
    }

    private static async Task RequireAsync(SessionInForce session, object? answer)
    {
        try
        {
            session.Require();
        }
        catch (RefusedException) when (answer is FileStreamHttpResult { FileStream: var bytes })
        {
            await bytes.DisposeAsync(); // Nobody sends it any more.
            throw;
        }
    }
}
