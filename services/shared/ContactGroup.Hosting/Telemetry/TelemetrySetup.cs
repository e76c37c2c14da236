using ContactGroup.Hosting.Options;

namespace ContactGroup.Hosting.Telemetry;

/// <summary>Adds measurements as every host has them.</summary>
public static class TelemetrySetup
{
    /// <summary>Sends measurements to a collector when the configuration names one; otherwise only checks the configuration.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddCheckedOptions<TelemetryOptions>(TelemetryOptions.Section);
        if (string.IsNullOrEmpty(configuration[$"{TelemetryOptions.Section}:{nameof(TelemetryOptions.Endpoint)}"]))
        {
            return services;
        }

        services.AddSingleton<StoreMeter>();
        return services.AddHostedService<StoreSamples>().AddHostedService<TelemetryExport>();
    }
}
