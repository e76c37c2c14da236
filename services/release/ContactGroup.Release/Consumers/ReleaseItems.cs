using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;
using Dapper;

namespace ContactGroup.Release.Consumers;

/// <summary>Takes versions of items: the only way content comes in. One commit for all that waits.</summary>
internal sealed class ReleaseItems(FactDelivery delivery, ReleaseStore store, Releaser releaser, Expiry expiry) : FactConsumer<ItemVersioned>(delivery)
{
    public const string QueueName = "release-items";

    public override string Name => QueueName;

    protected override ModuleStore Store => store.Store;

    public override Task HandleAsync(IReadOnlyList<Delivery<ItemVersioned>> deliveries, CancellationToken cancellationToken) =>
        store.Store.WriteAsync(scope => ApplyAsync(scope, deliveries), cancellationToken);

    /// <summary>
    /// Applies an item whose channel is known as its writer saw it, or later; one that is ahead waits. INVARIANT: an item is never judged by an older
    /// state of its channel than it was written under, so a posture that was tightened cannot be outrun.
    /// </summary>
    public static async Task ApplyAsync(WriteScope scope, Releaser releaser, ItemVersioned item)
    {
        if (await ChannelRows.FindAsync(scope.Connection, item.Channel) is not { } channel || channel.Version < item.ChannelVersion)
        {
            await scope.Connection.ExecuteAsync(
                "INSERT INTO waiting (channel, payload) VALUES (@Channel, @payload)", new { item.Channel, payload = ItemRows.Write(item) });
            return;
        }

        if (await ItemRows.UpsertAsync(scope.Connection, item))
        {
            await releaser.ApplyAsync(scope, channel, item);
        }
    }

    private async Task ApplyAsync(WriteScope scope, IReadOnlyList<Delivery<ItemVersioned>> deliveries)
    {
        foreach (var item in deliveries)
        {
            if (await scope.FirstTimeAsync(Name, item.MessageId))
            {
                await ApplyAsync(scope, releaser, item.Fact);
                if (item.Fact.Expires is not null)
                {
                    scope.AfterCommit(expiry.NoteAdded);
                }
            }
        }
    }
}
