using System.Data.Common;
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

    /// <summary>Streams that hold an item's parent, with those absent that would hold it if they were there.</summary>
    public static async Task<HashSet<string>> HoldersAsync(DbConnection connection, string parent, IReadOnlyList<Audience> absent)
    {
        var holders = await HeldRows.StreamsHoldingAsync(connection, parent);
        if (absent.Count == 0 || holders.Count == 0)
        {
            return holders;
        }

        var releases = await ReleaseRows.OfItemAsync(connection, parent);
        var wentByItself = !(await ReviewRows.LatestAsync(connection, parent)).ContainsKey(Targets.Of(new Audience(Constituency.Coordination)));
        holders.UnionWith(absent.Select(audience => audience.ToString()).Where(audience => wentByItself || releases.ContainsKey(audience)));
        return holders;
    }
}
