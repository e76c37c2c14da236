using System.Data.Common;
using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain.Records;

/// <summary>
/// Whose the record of a notification is. INVARIANT: it stays readable to the organisation that notified. While some of its people are in the room, it is for those;
/// once none of them is, it is for the organisation's people wherever they are, so that nobody takes the evidence away by closing a door. Who left the
/// organisation, changed sides or is suspended is not one of them: the session says of now, and their memberships ended. What <see cref="RecordSources"/> then
/// leaves out is who else of the humanitarian side is in the room: that is for who is in it.
/// </summary>
internal static class RecordOwner
{
    /// <summary>The notification, where its record is for who asks; null otherwise, and when there is none.</summary>
    /// <param name="connection">A snapshot.</param>
    /// <param name="who">Who asks.</param>
    /// <param name="mine">The streams that they read.</param>
    /// <param name="item">Id of the notification.</param>
    public static async Task<ItemVersioned?> FindAsync(DbConnection connection, WhoAsks who, IReadOnlyList<ReadableStream> mine, string item)
    {
        var asks = new Audience(who.Constituency, who.Force);
        if (!asks.IsKnown || who.Organisation is null || await ItemRows.OfOrganisationAsync(connection, item, who.Organisation) is not { } notification)
        {
            return null;
        }

        return string.Equals(SubjectOf(notification), Ownership.Subject(who.Organisation, asks), StringComparison.Ordinal)
            && NotificationRecord.IsOf(notification)
            && (IsThere(mine, notification) || !await IsInRoomAsync(connection, notification))
            ? notification
            : null;
    }

    /// <summary>Whether somebody of the organisation that notified is in the room now.</summary>
    /// <param name="connection">A snapshot, or the caller's transaction.</param>
    /// <param name="notification">The notification.</param>
    public static async Task<bool> IsInRoomAsync(DbConnection connection, ItemVersioned notification) =>
        await ChannelRows.FindAsync(connection, notification.Channel) is { } channel
        && (await ChannelRows.PresentAsync(connection, channel.Group)).Any(present =>
            channel.Admits(present.Audience)
            && string.Equals(Ownership.Subject(present.Organisation, present.Audience), SubjectOf(notification), StringComparison.Ordinal));

    private static string SubjectOf(ItemVersioned notification)
    {
        var origin = Rulings.OriginOf(notification);
        return Ownership.Subject(origin.Organisation!, origin.Audience);
    }

    private static bool IsThere(IReadOnlyList<ReadableStream> mine, ItemVersioned notification) => mine.Any(stream =>
        stream.Scope == StreamScope.Organisation && string.Equals(stream.Channel.Channel, notification.Channel, StringComparison.Ordinal));
}
