using ContactGroup.Hosting.Storage;
using MassTransit;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ContactGroup.Hosting.Bus;

/// <summary>Adds the bus and the consumers of facts.</summary>
public static class BusRegistration
{
    /// <summary>Adds the in-memory bus of the standalone host. Durability comes from the outbox, which waits for the consumers' commits.</summary>
    public static IServiceCollection AddInMemoryBus(this IServiceCollection services, params Action<IBusRegistrationConfigurator>[] modules)
    {
        services.AddFactDelivery();
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            foreach (var addConsumers in modules)
            {
                addConsumers(bus);
            }

            bus.UsingInMemory((context, transport) => transport.ConfigureEndpoints(context));
        });
        services.AddOptions<MassTransitHostOptions>().Configure(options => options.WaitUntilStarted = true);
        services.AddHostedService<ParkedFacts>();
        services.AddHostedService<OutboxRelays>();
        return services;
    }

    /// <summary>Adds a consumer of facts with its queue. One batch at a time: order is kept.</summary>
    public static void AddFactConsumer<TConsumer, T>(this IBusRegistrationConfigurator bus, string name)
        where TConsumer : FactConsumer<T>
        where T : class
    {
        bus.AddConsumer<TConsumer>().Endpoint(endpoint =>
        {
            endpoint.Name = name;
            endpoint.ConcurrentMessageLimit = 1;
        });
        bus.AddSingleton(new FactSubscription(typeof(T), name));
        bus.AddKeyedScoped<IParkedRetry>(
            name, (provider, _) => new ParkedRetry<TConsumer, T>(
                provider.GetRequiredService<TConsumer>(), provider.GetRequiredService<FactSeal>()));
    }

    private static void AddFactDelivery(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<FactSeal>();
        services.TryAddSingleton<DeliveryConfirmations>();
        services.TryAddSingleton(provider => new FactDelivery(
            provider.GetRequiredService<FactSeal>(),
            provider.GetRequiredService<DeliveryConfirmations>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<FactDelivery>>()));
        services.AddHostedService<StoreStartup>();
    }
}
