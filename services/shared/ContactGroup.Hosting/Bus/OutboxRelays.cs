using ContactGroup.Hosting.Storage;
using MassTransit;
using Microsoft.Extensions.Options;

namespace ContactGroup.Hosting.Bus;

/// <summary>Runs a relay for every store of this process once the bus is up.</summary>
internal sealed class OutboxRelays(
    IEnumerable<NamedStore> stores, IBus bus, IFactQueues queues, DeliveryConfirmations confirmations, IOptions<BusOptions> options, TimeProvider clock,
    ILogger<OutboxRelays> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(stores.Select(named => RelayAsync(named.Store, stoppingToken)));

    private async Task RelayAsync(ModuleStore store, CancellationToken stoppingToken)
    {
        using var relay = new OutboxRelay(store, bus, queues, confirmations, TimeSpan.FromMinutes(options.Value.KeptMinutes), clock, log);
        await relay.RunAsync(stoppingToken);
    }
}
