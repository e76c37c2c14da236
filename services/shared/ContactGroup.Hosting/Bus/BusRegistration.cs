using ContactGroup.Hosting.Bus.Rabbit;
using ContactGroup.Hosting.Options;
using ContactGroup.Hosting.Storage;
using MassTransit;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ContactGroup.Hosting.Bus;

/// <summary>Adds the bus and the consumers of facts.</summary>
public static class BusRegistration
{
    /// <summary>Adds the bus that the configuration asks for: in memory, or RabbitMQ.</summary>
    public static IServiceCollection AddBus(
        this IServiceCollection services, IConfiguration configuration, params Action<IBusRegistrationConfigurator>[] modules)
    {
        var options = configuration.GetSection(BusOptions.Section).Get<BusOptions>() ?? new BusOptions();
        services.AddCheckedOptions<BusOptions>(BusOptions.Section);
        return options.Transport == BusTransport.RabbitMq ? services.AddRabbitBus(options, modules) : services.AddInMemoryBus(modules);
    }

    /// <summary>Adds the in-memory bus of one process. Durability comes from the outbox, which waits for the consumers' commits.</summary>
    public static IServiceCollection AddInMemoryBus(this IServiceCollection services, params Action<IBusRegistrationConfigurator>[] modules)
    {
        services.AddFactDelivery();
        services.TryAddSingleton<IFactQueues, MemoryQueues>();
        services.AddMassTransit(bus =>
        {
            bus.AddConsumers(modules);
            bus.UsingInMemory((context, transport) => transport.ConfigureEndpoints(context));
        });
        services.AddOptions<MassTransitHostOptions>().Configure(options => options.WaitUntilStarted = true);
        return services.AddRelays();
    }

    /// <summary>Adds a consumer of facts with its queue. One batch at a time: order is kept.</summary>
    /// <param name="bus">The bus.</param>
    /// <param name="name">Stable name of consumer and queue.</param>
    /// <param name="everyInstance">Whether every process of a kind has to hear the facts for itself; otherwise one of them takes each.</param>
    public static void AddFactConsumer<TConsumer, T>(this IBusRegistrationConfigurator bus, string name, bool everyInstance = false)
        where TConsumer : FactConsumer<T>
        where T : class
    {
        var queue = everyInstance && RabbitBus.NodeOf(bus) is { } node ? $"{name}-{node}" : name;
        bus.AddConsumer<TConsumer>().Endpoint(endpoint =>
        {
            endpoint.Name = queue;
            endpoint.ConcurrentMessageLimit = 1;
        });
        bus.AddSingleton(new FactSubscription(typeof(T), name, queue, everyInstance));
        bus.AddKeyedScoped<IParkedRetry>(
            name, (provider, _) => new ParkedRetry<TConsumer, T>(
                provider.GetRequiredService<TConsumer>(), provider.GetRequiredService<FactSeal>()));
    }

    private static IServiceCollection AddRabbitBus(
        this IServiceCollection services, BusOptions options, Action<IBusRegistrationConfigurator>[] modules)
    {
        services.AddFactDelivery();
        services.AddSingleton(new RabbitBus(options));
        services.AddSingleton<IFactQueues, RabbitQueues>();
        services.AddMassTransit(bus =>
        {
            bus.AddConsumers(modules);

            // INVARIANT: a process whose broker is away is ready: reading goes on, and posts are accepted. Else all of them would be taken out at once.
            bus.ConfigureHealthCheckOptions(health => health.MinimalFailureStatus = HealthStatus.Degraded);
            RabbitBus.Configure(bus, options);
        });

        // Without the broker posts are still accepted; what they publish waits in the outbox.
        services.AddOptions<MassTransitHostOptions>().Configure(host => host.WaitUntilStarted = false);
        return services.AddRelays();
    }

    private static void AddConsumers(this IBusRegistrationConfigurator bus, Action<IBusRegistrationConfigurator>[] modules)
    {
        bus.DisableUsageTelemetry();
        foreach (var addConsumers in modules)
        {
            addConsumers(bus);
        }
    }

    private static IServiceCollection AddRelays(this IServiceCollection services) =>
        services.AddHostedService<ParkedFacts>().AddHostedService<OutboxRelays>();

    private static void AddFactDelivery(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<FactSeal>();
        services.TryAddSingleton<DeliveryConfirmations>();
        services.AddMetrics().TryAddSingleton<FactMeter>();
        services.TryAddSingleton(provider => new FactDelivery(
            provider.GetRequiredService<FactSeal>(),
            provider.GetRequiredService<DeliveryConfirmations>(),
            provider.GetRequiredService<FactMeter>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<FactDelivery>>()));
        services.AddHostedService<StoreStartup>();
    }
}
