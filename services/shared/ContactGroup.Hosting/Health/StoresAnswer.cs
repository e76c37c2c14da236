using ContactGroup.Hosting.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ContactGroup.Hosting.Health;

/// <summary>Every store of this process is open, migrated and answers.</summary>
internal sealed class StoresAnswer(IEnumerable<NamedStore> stores) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        foreach (var named in stores)
        {
            if (!await AnswersAsync(named.Store, cancellationToken))
            {
                return HealthCheckResult.Unhealthy(named.Store.Name);
            }
        }

        return HealthCheckResult.Healthy();
    }

    private static async Task<bool> AnswersAsync(ModuleStore store, CancellationToken cancellationToken)
    {
        try
        {
            return await store.AnswersAsync(cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
