using ContactGroup.Channels.Data;
using ContactGroup.Contracts.Identity;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Storage;

namespace ContactGroup.Channels.Features;

/// <summary>
/// Identity told of an organisation. When its constituency or force changed, the memberships of its people end; a new name is taken over.
/// </summary>
internal sealed class FollowOrganisations(
    FactDelivery delivery, [FromKeyedServices(ChannelsModule.Store)] ModuleStore store, MembershipReview review)
    : FactConsumer<OrganisationChanged>(delivery)
{
    public const string Queue = "channels-organisations";

    public override string Name => Queue;

    protected override ModuleStore Store => store;

    public override async Task HandleAsync(IReadOnlyList<Delivery<OrganisationChanged>> deliveries, CancellationToken cancellationToken)
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

                    return await People.OfOrganisationAsync(scope.Connection, told.Fact.Organisation);
                },
                cancellationToken);
        }
    }
}
