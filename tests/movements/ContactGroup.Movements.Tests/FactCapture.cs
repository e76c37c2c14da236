using System.Threading.Channels;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Storage;

namespace ContactGroup.Movements.Tests;

/// <summary>Takes from the bus what release would take.</summary>
internal sealed class FactCapture(FactDelivery delivery, [FromKeyedServices(MovementsModule.Name)] ModuleStore store, Facts facts)
    : FactConsumer<ItemVersioned>(delivery)
{
    public override string Name => "capture";

    protected override ModuleStore Store => store;

    public override async Task HandleAsync(IReadOnlyList<Delivery<ItemVersioned>> deliveries, CancellationToken cancellationToken)
    {
        foreach (var taken in deliveries)
        {
            await facts.All.Writer.WriteAsync(taken.Fact, cancellationToken);
        }
    }
}

/// <summary>The facts that came, oldest first.</summary>
internal sealed class Facts
{
    public Channel<ItemVersioned> All { get; } = Channel.CreateUnbounded<ItemVersioned>();
}
