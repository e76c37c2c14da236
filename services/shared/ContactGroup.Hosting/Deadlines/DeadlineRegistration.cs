using ContactGroup.Hosting.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ContactGroup.Hosting.Deadlines;

/// <summary>Adds the deadlines of a module.</summary>
public static class DeadlineRegistration
{
    /// <summary>Adds the due table of a module that has a store, and the watch over it.</summary>
    /// <typeparam name="THandler">Does what is to be done when one is due; the one of the process, so that the book of a module can be it.</typeparam>
    public static IServiceCollection AddDeadlines<THandler>(this IServiceCollection services, string module)
        where THandler : class, IDeadlineHandler
    {
        services.AddKeyedSingleton(module, (_, _) => new DueTable());
        services.TryAddSingleton<THandler>();
        services.AddKeyedSingleton<IDeadlineHandler>(module, (provider, _) => provider.GetRequiredService<THandler>());
        services.AddKeyedSingleton(module, (provider, _) => new DueRounds(
            provider.GetRequiredKeyedService<ModuleStore>(module),
            provider.GetRequiredKeyedService<IDeadlineHandler>(module),
            provider.GetRequiredService<IOptions<StorageOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<DueRounds>>()));

        // One for each module of the process; AddHostedService would keep the first alone.
        return services.AddSingleton<IHostedService>(provider => new DueWatch(
            module,
            provider.GetRequiredKeyedService<DueTable>(module),
            provider.GetRequiredKeyedService<DueRounds>(module),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<DueWatch>>()));
    }
}
