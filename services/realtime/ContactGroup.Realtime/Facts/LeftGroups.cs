using ContactGroup.Contracts.Channels;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Storage;
using ContactGroup.Realtime.Connections;

namespace ContactGroup.Realtime.Facts;

/// <summary>Hears of people who left a contact group in another process; in the same process the rights gate was faster.</summary>
internal sealed class LeftGroups(FactDelivery delivery, RightsEndings endings) : FactConsumer<MembershipChanged>(delivery)
{
    public override string Name => "realtime-left-groups";

    // The beacon finds a right that ended unnoticed.
    protected override ModuleStore? Store => null;

    public override async Task HandleAsync(IReadOnlyList<Delivery<MembershipChanged>> deliveries, CancellationToken cancellationToken)
    {
        foreach (var (_, _, change) in deliveries)
        {
            if (!change.Member)
            {
                await endings.EndAsync(change.Person, new MembershipEnd(change.Group, change.Version), cancellationToken);
            }
        }
    }
}
