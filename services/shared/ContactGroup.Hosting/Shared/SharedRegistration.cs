using ContactGroup.Hosting.Options;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ContactGroup.Hosting.Shared;

/// <summary>Adds what the processes of a deployment count together.</summary>
internal static class SharedRegistration
{
    /// <summary>Adds the shared server when the configuration names one; otherwise each process counts for itself. May be called more than once.</summary>
    public static IServiceCollection AddShared(this IServiceCollection services)
    {
        if (services.Any(known => known.ServiceType == typeof(RedisLink)))
        {
            return services;
        }

        services.AddCheckedOptions<SharedOptions>(SharedOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.AddSingleton<SharedNames>();
        services.AddSingleton<RedisLink>();
        services.AddSingleton<SharedPace>();
        services.AddSingleton(provider => new SharedTally(
            provider.GetRequiredService<RedisLink>(), provider.GetRequiredService<SharedNames>(), provider.GetRequiredService<IOptions<SharedOptions>>()));
        return services.AddHostedService<RedisWatch>();
    }
}
