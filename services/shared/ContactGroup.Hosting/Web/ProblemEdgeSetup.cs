using ContactGroup.Hosting.Options;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ContactGroup.Hosting.Web;

/// <summary>The HTTP edge as every host has it.</summary>
public static class ProblemEdgeSetup
{
    /// <summary>Adds problems, JSON, bounds and rate limits.</summary>
    public static IServiceCollection AddProblemEdge(this IServiceCollection services)
    {
        services.AddCheckedOptions<EdgeOptions>(EdgeOptions.Section);
        services.AddPersonLimits();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<EdgeOptions>>(Trust);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<BodiesUnderWay>();
        services.AddRequestTimeouts();
        services.AddOptions<RequestTimeoutOptions>().Configure<IOptions<EdgeOptions>>(Bound);
        services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        services.Configure<JsonOptions>(json => Wire.Configure(json.SerializerOptions));

        // A framework writer that adds a trace id would make two equal answers differ.
        services.Configure<ProblemDetailsOptions>(problems => problems.CustomizeProblemDetails = problem =>
        {
            problem.ProblemDetails.Instance = null;
            problem.ProblemDetails.Extensions.Remove("traceId");
        });
        return services;
    }

    /// <summary>
    /// Uses the edge. Call it first on the application: everything added later, and every module, runs inside it. Includes authentication,
    /// authorization, time-outs and rate limits, in the one order that is right.
    /// </summary>
    public static WebApplication UseProblemEdge(this WebApplication app)
    {
        app.UseMiddleware<ProblemEdge>();
        app.UseForwardedHeaders();
        app.UseRouting();
        if (app.Services.GetService<IAuthenticationSchemeProvider>() is not null)
        {
            app.UseAuthentication();
            app.UseAuthorization();
        }

        // Bodies are waited for after the limits, and the time for an answer begins after its body.
        app.UseRateLimiter();
        app.UseMiddleware<SlowLines>();
        app.UseRequestTimeouts();
        return app;
    }

    private static void Trust(ForwardedHeadersOptions forwarded, IOptions<EdgeOptions> edge)
    {
        // The framework trusts whoever is on the same machine.
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in edge.Value.ProxyNetworks)
        {
            forwarded.KnownIPNetworks.Add(network);
        }

        // INVARIANT: with nobody to trust the framework would trust everybody.
        forwarded.ForwardedHeaders = forwarded.KnownIPNetworks.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
    }

    private static void Bound(RequestTimeoutOptions timeouts, IOptions<EdgeOptions> edge) => timeouts.DefaultPolicy = new RequestTimeoutPolicy
    {
        Timeout = TimeSpan.FromSeconds(edge.Value.RequestTimeoutSeconds),
        TimeoutStatusCode = ProblemCode.Unavailable.Status,
        WriteTimeoutResponse = context =>
        {
            context.Response.Headers.RetryAfter = "2";
            return Problems.Refused(ProblemCode.Unavailable).ExecuteAsync(context);
        },
    };
}
