using MassTransit;

namespace ContactGroup.Hosting.Bus.Rabbit;

/// <summary>MassTransit over RabbitMQ: exchanges with stable names, quorum queues, confirms, and no error queue: what fails goes back into its queue.</summary>
internal sealed class RabbitBus(BusOptions options)
{
    // One: what a consumer has and does not finish comes back behind what others have by then. A message carries many facts, so little is lost by it.
    private const ushort Prefetch = 1;

    /// <summary>Where the broker is.</summary>
    public Uri Server => options.Server!;

    private string Node => options.Node;

    /// <summary>Name of this process for queues of its own; null on the in-memory bus, where there is only one.</summary>
    public static string? NodeOf(IServiceCollection services) =>
        services.LastOrDefault(service => service.ServiceType == typeof(RabbitBus))?.ImplementationInstance is RabbitBus bus ? bus.Node : null;

    /// <summary>Configures bus and endpoints.</summary>
    public static void Configure(IBusRegistrationConfigurator bus, BusOptions options)
    {
        bus.AddConfigureEndpointsCallback((context, name, endpoint) =>
        {
            endpoint.RethrowFaultedMessages();
            endpoint.PrefetchCount = Prefetch;
            if (endpoint is IRabbitMqReceiveEndpointConfigurator queue)
            {
                var own = context.GetServices<FactSubscription>().Any(known => known.EveryInstance && known.Queue == name);
                foreach (var (argument, value) in QueueForm.Arguments(own))
                {
                    queue.SetQueueArgument(argument, value);
                }
            }
        });
        bus.UsingRabbitMq((context, rabbit) =>
        {
            rabbit.Host(options.Server, host => host.ConnectionName(options.Node));
            rabbit.MessageTopology.SetEntityNameFormatter(new FactExchanges(rabbit.MessageTopology.EntityNameFormatter));
            rabbit.ConfigureEndpoints(context);
        });
    }
}
