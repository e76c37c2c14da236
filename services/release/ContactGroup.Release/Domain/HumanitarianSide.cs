using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>
/// The humanitarian side as the other sides may know it: all of its constituencies that a channel admits. INVARIANT: what somebody of another side is
/// told of it is decided for every one of them, present or not, so that nothing changes when one of them comes or goes.
/// </summary>
internal static class HumanitarianSide
{
    /// <summary>Its audiences, in an order that is always the same.</summary>
    public static IReadOnlyList<Audience> In(ChannelState channel) =>
        [.. Enum.GetValues<Constituency>()
            .Where(constituency => ConstituencyNames.SideOf(constituency) == Side.Humanitarian)
            .Select(constituency => new Audience(constituency))
            .Where(channel.Admits)];

    /// <summary>Those that have no stream, for an item of another side; none for one of its own. Each stands for its stream by its own name.</summary>
    public static IReadOnlyList<Audience> AbsentFor(ItemVersioned item, ChannelState channel, IEnumerable<StreamRow> streams)
    {
        if (Rulings.OriginOf(item).Audience.Side == Side.Humanitarian)
        {
            return [];
        }

        var present = streams.Where(stream => stream.Scope == (long)StreamScope.Audience).Select(stream => stream.Subject).ToHashSet(StringComparer.Ordinal);
        return [.. In(channel).Where(audience => !present.Contains(audience.ToString()))];
    }
}
