using ContactGroup.Contracts.Channels;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Consumers;

/// <summary>Follows channels: opens their streams, lets in what waited for them, and looks again at their items when their rules change.</summary>
internal sealed class FollowChannels(FactDelivery delivery, ReleaseStore store, Arrivals arrivals, Reevaluation reevaluation)
    : FactConsumer<ChannelChanged>(delivery)
{
    public const string QueueName = "release-channels";

    public override string Name => QueueName;

    protected override ModuleStore Store => store.Store;

    public override async Task HandleAsync(IReadOnlyList<Delivery<ChannelChanged>> deliveries, CancellationToken cancellationToken)
    {
        foreach (var channel in deliveries)
        {
            await store.Store.WriteAsync(scope => FollowAsync(scope, channel), cancellationToken);
        }

        await reevaluation.RunAsync(cancellationToken);
    }

    private async Task FollowAsync(WriteScope scope, Delivery<ChannelChanged> delivery)
    {
        if (!await scope.FirstTimeAsync(Name, delivery.MessageId) || !await ChannelRows.UpsertAsync(scope.Connection, delivery.Fact))
        {
            return;
        }

        var channel = await ChannelRows.FindAsync(scope.Connection, delivery.Fact.Channel);
        await StreamRows.EnsureAsync(scope.Connection, channel!);
        await Reevaluation.RequestAsync(scope.Connection, channel!.Channel);
        foreach (var item in await WaitingRows.TakeAsync(scope.Connection, channel.Channel))
        {
            await arrivals.TakeAsync(scope, item);
        }
    }
}
