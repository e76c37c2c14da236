using ContactGroup.Hosting.Options;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ContactGroup.Hosting.Ports;

/// <summary>Adds ports that other processes answer.</summary>
public static class PortRegistration
{
    /// <summary>Adds what asking and answering need.</summary>
    public static IServiceCollection AddPorts(this IServiceCollection services)
    {
        services.AddCheckedOptions<PortOptions>(PortOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<PortSeal>();
        services.TryAddSingleton<PortCaller>();
        services.TryAddSingleton(provider => new PortCallers(provider.GetRequiredService<PortCaller>()));
        return services;
    }

    /// <summary>Adds a port that the service at an address of the configuration answers.</summary>
    /// <param name="services">The services.</param>
    /// <param name="at">Which address; a process that misses it does not start.</param>
    public static IServiceCollection AddRemotePort<T>(this IServiceCollection services, Func<PortOptions, Uri?> at)
        where T : class
    {
        services.AddPorts();
        services.AddSingleton(provider => PortProxy<T>.At(
            provider.GetRequiredService<PortCaller>(),
            at(provider.GetRequiredService<IOptions<PortOptions>>().Value)
                ?? throw new OptionsValidationException(PortOptions.Section, typeof(PortOptions), [$"The section Ports misses the address of the service that answers {typeof(T).Name}."])));
        return services;
    }
}
