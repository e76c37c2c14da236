using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Consumers;

/// <summary>
/// Takes versions of items: the only way content comes in. A few to a commit: enough to share the flush, few enough that a recall, a member who has to go
/// or a decision does not wait behind a burst of posts.
/// </summary>
internal sealed class ReleaseItems(FactDelivery delivery, ReleaseStore store, Arrivals arrivals, Expiry expiry) : FactConsumer<ItemVersioned>(delivery)
{
    public const string QueueName = "release-items";

    private const int ItemsPerCommit = 32;

    public override string Name => QueueName;

    protected override ModuleStore Store => store.Store;

    public override async Task HandleAsync(IReadOnlyList<Delivery<ItemVersioned>> deliveries, CancellationToken cancellationToken)
    {
        foreach (var few in deliveries.Chunk(ItemsPerCommit))
        {
            await store.Store.WriteAsync(scope => ApplyAsync(scope, few), cancellationToken);
        }
    }

    private async Task ApplyAsync(WriteScope scope, Delivery<ItemVersioned>[] deliveries)
    {
        var rooms = new Rooms(scope.Connection);
        var together = new FirstViews(scope);
        var unseen = await scope.FirstTimesAsync(Name, [.. deliveries.Select(item => item.MessageId)]);
        foreach (var item in deliveries)
        {
            if (unseen.Remove(item.MessageId))
            {
                await arrivals.TakeAsync(scope, item.Fact, rooms, together);
                if (item.Fact.Expires is not null)
                {
                    scope.AfterCommit(expiry.NoteAdded);
                }
            }
        }

        await together.WriteAsync();
    }
}
