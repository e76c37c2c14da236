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
        .WithTags(name);
}
