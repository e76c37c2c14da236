using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Consumers;

/// <summary>Follows who is in which contact group. An audience or organisation that is new to a channel gets its streams, filled by today's rules.</summary>
internal sealed class FollowMembers(FactDelivery delivery, ReleaseStore store, Reevaluation reevaluation) : FactConsumer<MembershipChanged>(delivery)
{
    public const string QueueName = "release-members";

    public override string Name => QueueName;

    protected override ModuleStore Store => store.Store;

    public override async Task HandleAsync(IReadOnlyList<Delivery<MembershipChanged>> deliveries, CancellationToken cancellationToken)
    {
        await store.Store.WriteAsync(scope => FollowAsync(scope, deliveries), cancellationToken);
        await reevaluation.RunAsync(cancellationToken);
    }

    private async Task FollowAsync(WriteScope scope, IReadOnlyList<Delivery<MembershipChanged>> deliveries)
    {
        foreach (var change in deliveries)
        {
            if (await scope.FirstTimeAsync(Name, change.MessageId) && await ComesAsync(scope, change.Fact) is var comes && await ChannelRows.UpsertAsync(scope.Connection, change.Fact))
            {
                await OpenStreamsAsync(scope, change.Fact.Group, comes);
            }
        }
    }

    // Whether the person is the first of their audience in the group: it is reached from now on.
    private static async Task<bool> ComesAsync(WriteScope scope, MembershipChanged change)
    {
        var audience = new Audience(change.Constituency, change.Force);
        return change.Member && !(await ChannelRows.PresentAsync(scope.Connection, change.Group)).Any(member => member.Audience == audience);
    }

    private static async Task OpenStreamsAsync(WriteScope scope, string group, bool comes)
    {
        foreach (var channel in await ChannelRows.OfGroupAsync(scope.Connection, group))
        {
            if (await StreamRows.EnsureAsync(scope.Connection, channel) || comes)
            {
                await Reevaluation.RequestAsync(scope.Connection, channel.Channel);
            }
        }
    }
}
