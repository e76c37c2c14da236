using System.Text.Json.Nodes;
using ContactGroup.Contracts.Channels;

namespace ContactGroup.Contracts.Release;

/// <summary>
/// Port: notifications as a person's audiences hold them now, for what a service reckons from them for that person. Implemented by <c>release</c>; closed on
/// failure. INVARIANT: nothing but what the person could read there now, and it counts as read: who asks is on the record for every one of them.
/// </summary>
public interface IHeldNotifications
{
    /// <summary>Notifications of a kind that are current, the last released first.</summary>
    /// <param name="who">Who asks.</param>
    /// <param name="kind">Name of their schema.</param>
    /// <param name="fields">Names of the fields that are needed of them.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<HeldNotificationList> ListAsync(WhoAsks who, string kind, IReadOnlyList<string> fields, CancellationToken cancellationToken);
}

/// <summary>Notifications that a person's audiences hold.</summary>
/// <param name="Notifications">Up to 2,000.</param>
/// <param name="IsWhole">Whether there are no more.</param>
public sealed record HeldNotificationList(IReadOnlyList<HeldNotification> Notifications, bool IsWhole);

/// <summary>A notification as it is held.</summary>
/// <param name="Item">Id of the item.</param>
/// <param name="Reference">What people call it.</param>
/// <param name="Fields">Those of the fields asked for that the view has, as the view has them.</param>
public sealed record HeldNotification(string Item, string Reference, JsonObject Fields);
