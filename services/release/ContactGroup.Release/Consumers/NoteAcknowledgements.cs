using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Consumers;

/// <summary>Notes receipts, and shows them to the owner's organisation.</summary>
internal sealed class NoteAcknowledgements(FactDelivery delivery, ReleaseStore store, Releaser releaser) : FactConsumer<ItemAcknowledged>(delivery)
{
    public const string QueueName = "release-acknowledgements";

    public override string Name => QueueName;

    protected override ModuleStore Store => store.Store;

    public override Task HandleAsync(IReadOnlyList<Delivery<ItemAcknowledged>> deliveries, CancellationToken cancellationToken) =>
        store.Store.WriteAsync(scope => NoteAsync(scope, deliveries), cancellationToken);

    private async Task NoteAsync(WriteScope scope, IReadOnlyList<Delivery<ItemAcknowledged>> deliveries)
    {
        foreach (var receipt in deliveries)
        {
            if (await scope.FirstTimeAsync(Name, receipt.MessageId)
                && await AcknowledgementRows.AddAsync(scope.Connection, receipt.Fact)
                && await ItemRows.FindAsync(scope.Connection, receipt.Fact.Item) is { } item
                && await ChannelRows.FindAsync(scope.Connection, item.Channel) is { } channel)
            {
                await releaser.ApplyAsync(scope, channel, item);
            }
        }
    }
}
