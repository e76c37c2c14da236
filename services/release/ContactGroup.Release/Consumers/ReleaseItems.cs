using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Consumers;

/// <summary>Takes versions of items: the only way content comes in. One commit for all that waits.</summary>
internal sealed class ReleaseItems(FactDelivery delivery, ReleaseStore store, Arrivals arrivals, Expiry expiry) : FactConsumer<ItemVersioned>(delivery)
{
    public const string QueueName = "release-items";

    public override string Name => QueueName;

    protected override ModuleStore Store => store.Store;

    public override Task HandleAsync(IReadOnlyList<Delivery<ItemVersioned>> deliveries, CancellationToken cancellationToken) =>
        store.Store.WriteAsync(scope => ApplyAsync(scope, deliveries), cancellationToken);

    private async Task ApplyAsync(WriteScope scope, IReadOnlyList<Delivery<ItemVersioned>> deliveries)
    {
        foreach (var item in deliveries)
        {
            if (await scope.FirstTimeAsync(Name, item.MessageId))
            {
                await arrivals.TakeAsync(scope, item.Fact);
                if (item.Fact.Expires is not null)
                {
                    scope.AfterCommit(expiry.NoteAdded);
                }
            }
        }
    }
}
