using ContactGroup.Classification;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Release.Domain;

/// <summary>Asks the engine about an item in a channel. Whatever cannot be read is asked as unknown, and unknown is withheld.</summary>
internal sealed class Rulings(PolicyTable table)
{
    /// <summary>The policy in force, compiled.</summary>
    public PolicyTable Table => table;

    /// <summary>Name and version of the policy, as markings show it.</summary>
    public string Policy { get; } = $"{table.Document.Name}@{table.Document.Version}";

    /// <summary>What the audience may be shown, at once or after review as the gate says.</summary>
    public Disclosure Decide(ItemVersioned item, ChannelState channel, Audience audience, string? organisation) =>
        organisation is null ? CrossingText.Hold(item, audience, Ruled(item, channel, audience, organisation)) : Ruled(item, channel, audience, organisation);

    /// <summary>The part of it that goes at once.</summary>
    public Disclosure Immediate(ItemVersioned item, ChannelState channel, Audience audience) => CrossingText.AtOnce(
        item,
        audience,
        Ruled(item, channel, audience, organisation: null),
        Ruling.Immediate(table, QuestionOf(item, channel, audience, organisation: null), ReachOf(item, audience, organisation: null)));

    /// <summary>What the policy says about it, with its reasons, before the author's release set.</summary>
    public Decision Explain(ItemVersioned item, ChannelState channel, Audience audience, string? organisation) =>
        table.Explain(QuestionOf(item, channel, audience, organisation));

    /// <summary>The whole decision with its reasons, the author's release set included.</summary>
    public Decision Rule(ItemVersioned item, ChannelState channel, Audience audience) =>
        Ruling.Explain(table, QuestionOf(item, channel, audience, organisation: null), ReachOf(item, audience, organisation: null));

    /// <summary>How far the author's release set reaches the audience. One that cannot be read reaches nobody.</summary>
    public static ReleaseReach ReachOf(ItemVersioned item, Audience audience, string? organisation) =>
        ReleaseSet.TryParse(item.ReleaseTo, out var set, out _) ? set.Reach(audience, organisation, OriginOf(item)) : ReleaseReach.None;

    /// <summary>Whom the item comes from, as the engine knows it.</summary>
    public static Origin OriginOf(ItemVersioned item) =>
        new(new Audience(item.Origin.Constituency, item.Origin.Force), item.Origin.Organisation);

    private Disclosure Ruled(ItemVersioned item, ChannelState channel, Audience audience, string? organisation) =>
        Ruling.Decide(table, QuestionOf(item, channel, audience, organisation), ReachOf(item, audience, organisation));

    private static Question QuestionOf(ItemVersioned item, ChannelState channel, Audience audience, string? organisation)
    {
        var origin = OriginOf(item);
        var recipients = Recipients.TryParse(item.Recipients, out var named, out _) ? named : Recipients.None;
        return new Question(
            channel.Posture,
            KindOf(item, channel),
            origin.Audience.Side,
            item.Sensitivity,
            audience.Constituency,
            Relations.Between(origin, recipients, audience, organisation));
    }

    private static ItemKind KindOf(ItemVersioned item, ChannelState channel)
    {
        var kind = item.Kind switch
        {
            "incident" => item.Protection ? ItemKind.ProtectionIncident : ItemKind.Incident,
            "access-constraint" => ItemKind.AccessConstraint,
            "movement" => ItemKind.Movement,
            "site" => ItemKind.Site,
            "advisory" => ItemKind.Advisory,
            "message" => RoomKinds.MessageIn(channel.Kind),
            _ => ItemKind.Unknown,
        };
        return RoomKinds.Takes(channel.Kind, kind) ? kind : ItemKind.Unknown;
    }
}
