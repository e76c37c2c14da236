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
        ItemVersioned[] items = [.. deliveries.Where(item => unseen.Remove(item.MessageId)).Select(item => item.Fact)];
        await arrivals.TakeAsync(scope, items, rooms, together);
        await together.WriteAsync();
        if (Array.Exists(items, item => item.Expires is not null))
        {
            scope.AfterCommit(expiry.NoteAdded);
        }
    }
}
