using ContactGroup.Hosting.Shared;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ContactGroup.Hosting.Health;

/// <summary>Health of one process: <c>live</c> says that it answers, <c>ready</c> that it can do its work.</summary>
public static class HealthEndpoints
{
    private const string Ready = "ready";

    /// <summary>Adds the checks of every module store and of the shared server; the bus adds its own. A process without that server is ready, and names it.</summary>
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddShared().AddHealthChecks().AddCheck<StoresAnswer>("stores", tags: [Ready]).AddCheck<RedisHealth>("redis", tags: [Ready]);
        return services;
    }

    /// <summary>Maps <c>/health/live</c> and <c>/health/ready</c>. Open to everyone, so they name parts and nothing else.</summary>
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync })
            .AllowAnonymous();
        return app;
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new Answer(
            report.Status == HealthStatus.Unhealthy ? "not-ready" : "ready",
            [.. report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy).Select(entry => entry.Key)]),
        Web.Wire.Json,
        context.RequestAborted);

    private sealed record Answer(string Status, string[] Waiting);
}
