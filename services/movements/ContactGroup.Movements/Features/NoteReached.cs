using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Storage;
using ContactGroup.Movements.Data;

namespace ContactGroup.Movements.Features;

/// <summary>Release told which recipients hold a notification: their lines say so, and what counts from when they were reached counts from now.</summary>
internal sealed class NoteReached(FactDelivery delivery, [FromKeyedServices(MovementsModule.Name)] ModuleStore store, NotificationBook book)
    : FactConsumer<RecipientsReached>(delivery)
{
    public const string Queue = "movements-reached";

    public override string Name => Queue;

    protected override ModuleStore Store => store;

    public override Task HandleAsync(IReadOnlyList<Delivery<RecipientsReached>> deliveries, CancellationToken cancellationToken) => store.WriteAsync(
        async scope =>
        {
            foreach (var told in deliveries)
            {
                if (await scope.FirstTimeAsync(Queue, told.MessageId))
                {
                    await book.NoteReachedAsync(scope, told.Fact);
                }
            }
        },
        cancellationToken);
}
