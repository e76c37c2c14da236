using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Identity;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Hosting.Bus;

/// <summary>
/// Which queues must have a fact, whether or not somebody listens yet. Whoever publishes declares them: a fact that is confirmed before its consumer was
/// ever started waits for it, and is not dropped by a broker that knows no queue for it.
/// </summary>
internal static class FactQueues
{
    private static readonly Dictionary<Type, string[]> Queues = new()
    {
        [typeof(ItemVersioned)] = ["release-items"],
        [typeof(ItemAcknowledged)] = ["release-acknowledgements"],
        [typeof(RecipientsReached)] = ["movements-reached"],
        [typeof(SideHoldingChanged)] = ["access-holdings"],
        [typeof(ChannelChanged)] = ["release-channels"],
        [typeof(MembershipChanged)] = ["release-members"],
        [typeof(PersonChanged)] = ["channels-people"],
        [typeof(OrganisationChanged)] = ["channels-organisations"],
    };

    /// <summary>Every queue with its fact.</summary>
    public static IEnumerable<(Type Fact, string Queue)> All => Queues.SelectMany(fact => fact.Value.Select(queue => (fact.Key, queue)));
}
