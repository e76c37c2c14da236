using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;

namespace ContactGroup.Release.Domain;

/// <summary>Which kinds of items there are in a kind of room. What a room does not take is unknown in it, and unknown is withheld.</summary>
internal static class RoomKinds
{
    /// <summary>What a message in such a room is; unknown where nobody writes messages.</summary>
    public static ItemKind MessageIn(ChannelKind room) => room switch
    {
        ChannelKind.Plenary => ItemKind.PlenaryMessage,
        ChannelKind.Caucus => ItemKind.CaucusMessage,
        ChannelKind.Desk => ItemKind.DeskMessage,
        ChannelKind.Notice => ItemKind.NoticeMessage,
        _ => ItemKind.Unknown,
    };

    /// <summary>Every kind that such a room takes.</summary>
    public static IEnumerable<ItemKind> In(ChannelKind room) => Enum.GetValues<ItemKind>().Where(kind => Takes(room, kind));

    /// <summary>Whether such a room takes the kind.</summary>
    public static bool Takes(ChannelKind room, ItemKind kind) => kind switch
    {
        ItemKind.Unknown => false,
        ItemKind.Movement or ItemKind.Site or ItemKind.Advisory => true,
        <= ItemKind.NoticeMessage => kind == MessageIn(room),
        _ => room != ChannelKind.Notification,
    };

    /// <summary>Whether such a room takes items of the kind of this word on the wire.</summary>
    public static bool Takes(ChannelKind room, string kind) =>
        room != ChannelKind.Notification || (Codes.TryParse(kind, out ItemKind named) && Takes(room, named));
}
