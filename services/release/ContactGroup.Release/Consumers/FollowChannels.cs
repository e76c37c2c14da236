using ContactGroup.Contracts.Channels;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Consumers;

/// <summary>
/// Follows channels: opens their streams, lets in what waited for them, and puts a change of their rules in force as <see cref="RuleBarrier"/> does. What
/// the gate was told before comes here again and changes nothing.
/// </summary>
internal sealed class FollowChannels(
    FactDelivery delivery, ReleaseStore store, StreamClosing closing, RuleBarrier barrier, Tightening tightening, Reevaluation reevaluation)
    : FactConsumer<ChannelChanged>(delivery)
{
    public const string QueueName = "release-channels";

    public override string Name => QueueName;

    protected override ModuleStore Store => store.Store;

    public override async Task HandleAsync(IReadOnlyList<Delivery<ChannelChanged>> deliveries, CancellationToken cancellationToken)
    {
        foreach (var channel in deliveries)
        {
            await closing.RunAsync(
                async scope => await scope.FirstTimeAsync(Name, channel.MessageId) && await barrier.FollowAsync(scope, channel.Fact), cancellationToken);
        }

        await tightening.RunAsync(cancellationToken);
        await reevaluation.RunAsync(cancellationToken);
    }
}
