using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ContactGroup.Hosting.Shared;

/// <summary>The shared server answers. Without it a process still does its work, within stricter limits.</summary>
internal sealed class RedisHealth(RedisLink redis) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(!redis.IsUsed || redis.Answers ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded());
}
