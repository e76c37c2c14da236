using ContactGroup.Channels.Data;
using ContactGroup.Contracts.Identity;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Storage;

namespace ContactGroup.Channels.Features;

/// <summary>
/// Identity told of a person. Somebody who is suspended or changed organisation loses every membership: a coordinator lets them in again as what
/// they are now. A new name is only taken over.
/// </summary>
internal sealed class FollowPeople(
    FactDelivery delivery, [FromKeyedServices(ChannelsModule.Store)] ModuleStore store, MembershipReview review)
    : FactConsumer<PersonChanged>(delivery)
{
    public const string Queue = "channels-people";

    public override string Name => Queue;

    protected override ModuleStore Store => store;

    public override async Task HandleAsync(IReadOnlyList<Delivery<PersonChanged>> deliveries, CancellationToken cancellationToken)
    {
        foreach (var told in deliveries)
        {
            await review.RunAsync(
                async scope =>
                {
                    if (await scope.FirstTimeAsync(Queue, told.MessageId))
                    {
                        await People.SaveAsync(scope, told.Fact);
                    }

                    return [told.Fact.Person];
                },
                cancellationToken);
        }
    }
}
