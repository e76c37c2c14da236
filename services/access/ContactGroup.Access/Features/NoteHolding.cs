using ContactGroup.Access.Data;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Storage;

namespace ContactGroup.Access.Features;

/// <summary>Release told that a notice was taken back from its side, or which version that side has again: figures that are published from now on follow.</summary>
internal sealed class NoteHolding(FactDelivery delivery, [FromKeyedServices(AccessModule.Name)] ModuleStore store) : FactConsumer<SideHoldingChanged>(delivery)
{
    public const string Queue = "access-holdings";

    public override string Name => Queue;

    protected override ModuleStore Store => store;

    public override Task HandleAsync(IReadOnlyList<Delivery<SideHoldingChanged>> deliveries, CancellationToken cancellationToken) => store.WriteAsync(
        async scope =>
        {
            foreach (var told in deliveries)
            {
                if (await scope.FirstTimeAsync(Queue, told.MessageId))
                {
                    await HoldingRows.AddAsync(scope, told.Fact);
                }
            }
        },
        cancellationToken);
}
