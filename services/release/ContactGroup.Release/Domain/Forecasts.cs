using ContactGroup.Classification;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Release.Domain;

/// <summary>What each audience of a channel would get of an item that is not there yet, as far as its author may know of those audiences.</summary>
internal sealed class Forecasts(Rulings rulings)
{
    /// <summary>Name and version of the policy that decides.</summary>
    public string Policy => rulings.Policy;

    public async Task<IReadOnlyList<AudienceOutcome>> OfAsync(Rooms rooms, ChannelState channel, ItemVersioned item) =>
        [.. (await AudiencesAsync(rooms, channel, Rulings.OriginOf(item).Audience)).Select(audience => OutcomeFor(item, channel, audience))];

    /// <summary>
    /// Audiences the author may know of. INVARIANT: for those who may not know who is present, presence is not looked at, so that neither a preview nor
    /// the refusal of an overtaken one tells who came or went.
    /// </summary>
    private static async Task<IReadOnlyList<Audience>> AudiencesAsync(Rooms rooms, ChannelState channel, Audience author)
    {
        if (author.Side == Side.Humanitarian)
        {
            var rows = await rooms.StreamsAsync(channel.Channel);
            return [.. rows.Where(row => row.Scope == (long)StreamScope.Audience).Select(row => Audience.Parse(row.Subject)).Where(channel.Admits)];
        }

        return [.. HumanitarianSide.In(channel), .. ((Audience[])[author]).Where(channel.Admits)];
    }

    private AudienceOutcome OutcomeFor(ItemVersioned item, ChannelState channel, Audience audience)
    {
        var disclosure = rulings.Decide(item, channel, audience, organisation: null);
        var immediate = rulings.Immediate(item, channel, audience);
        return new AudienceOutcome(
            audience,
            disclosure,
            Build(item, audience, disclosure),
            immediate,
            Build(item, audience, immediate),
            Rulings.ReachOf(item, audience, organisation: null) == ReleaseReach.Full);
    }

    private ItemView? Build(ItemVersioned item, Audience reader, Disclosure disclosure) => disclosure.IsVisible
        ? ViewBuilder.Build(item, ItemSchemas.Find(item.Kind)!, reader, disclosure, rulings.Policy, holdsParent: false, owner: null)
        : null;
}
