using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Data;
using ContactGroup.Movements.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Movements.Features;

/// <summary>Who may write here. Absent and invisible are one answer; only who knows of a thing is told why it is refused.</summary>
internal sealed class Access(IChannelDirectory channels, IHeldItems held, NotificationBook book)
{
    /// <summary>The person's pass to a channel; null when it is as if it did not exist.</summary>
    public async Task<ChannelPass?> PassAsync(Participant who, string channel, CancellationToken cancellationToken) =>
        Ids.IsWellFormed(channel) && who.OrganisationId is not null ? await channels.FindAsync(who.Asks, channel, cancellationToken) : null;

    /// <summary>Whom a notification of the person comes from.</summary>
    public static ItemOrigin OriginOf(Participant who) =>
        new(who.PersonId, who.DisplayName, who.OrganisationId!, who.OrganisationName!, who.Constituency, who.Force);

    /// <summary>Why the person may not notify with this pass; null when they may. Only humanitarian organisations notify.</summary>
    public static ProblemHttpResult? RefuseToNotify(Participant who, ChannelPass pass) => pass switch
    {
        { ClosedByPosture: true } => Problems.Refused(ProblemCode.ChannelClosed),
        _ when who.Side is not "humanitarian" => Problems.Refused(ProblemCode.RoleNotAllowed),
        { MayNotify: false } => Problems.Refused(
            ProblemCode.RoleNotAllowed, "Notify in a notification room, or, as coordination, at the desk of a force."),
        _ => RefuseToSpeak(pass),
    };

    /// <summary>
    /// Why the person may not issue an advisory with this pass; null when they may. INVARIANT: in every posture, and only where the whole humanitarian side is
    /// in the room: nobody may believe it told that is not.
    /// </summary>
    public static ProblemHttpResult? RefuseToAdvise(Participant who, ChannelPass pass) => pass switch
    {
        { ClosedByPosture: true } => Problems.Refused(ProblemCode.ChannelClosed),
        _ when who.Side is not ("security" or "political") && !who.IsCoordinator => Problems.Refused(
            ProblemCode.RoleNotAllowed, "Forces, police, authorities and coordination issue advisories; report what you know as an incident."),
        { TakesNotificationsOnly: false } => Problems.Refused(
            ProblemCode.RoleNotAllowed, "Issue advisories in a notification room, where the whole humanitarian side is told."),
        _ => RefuseToSpeak(pass),
    };

    /// <summary>Why the person keeps no concerns; null when they may. Whether anybody keeps any has no part in it.</summary>
    public static ProblemHttpResult? RefuseConcerns(Participant who) => who is { Side: "security", OrganisationId: not null, Audience: not null }
        ? null
        : Problems.Refused(ProblemCode.RoleNotAllowed, "Forces and police keep concerns.");

    /// <summary>Why nothing new is said with this pass, also where nobody is named anew; null when nothing speaks against it.</summary>
    public static ProblemHttpResult? RefuseToSpeak(ChannelPass pass) => pass.TermsAccepted ? null : Problems.Refused(ProblemCode.TermsNotAccepted);

    /// <summary>
    /// A notification of the person's own organisation, or the refusal. INVARIANT: whoever did not notify it has everything asked that would be asked if it did not
    /// exist. Who notified it can take it back while release is away. An act of another kind finds nothing.
    /// </summary>
    public async Task<(Known? Known, ProblemHttpResult? Refusal)> ToOwnAsync(
        Participant who, string item, CancellationToken cancellationToken, Kind? only = null)
    {
        var isAuthor = Ids.IsWellFormed(item) && await book.IsByAsync(item, who.PersonId, who.OrganisationId, cancellationToken);
        if ((!isAuthor && await held.FindAsync(who.Asks, item, cancellationToken) is null)
            || !Ids.IsWellFormed(item)
            || await book.FindAsync(item, cancellationToken) is not { } notification
            || (only is not null && notification.Kind != only))
        {
            return (null, Problems.NotFound());
        }

        if (notification.Origin.Organisation != who.OrganisationId)
        {
            return (null, Problems.Refused(ProblemCode.NotTheAuthor));
        }

        return await channels.FindAsync(who.Asks, notification.Channel, cancellationToken) is { } pass
            ? (new Known(notification, pass), null)
            : (null, Problems.NotFound());
    }

    /// <summary>A notification that the person holds, with their pass to its room; null when it is as if it did not exist.</summary>
    public async Task<Holding?> ToAcknowledgeAsync(Participant who, string item, CancellationToken cancellationToken)
    {
        var holds = Ids.IsWellFormed(item) ? await held.FindAsync(who.Asks, item, cancellationToken) : null;
        var notification = holds is null ? null : await book.FindAsync(item, cancellationToken);
        var pass = notification is null ? null : await channels.FindAsync(who.Asks, notification.Channel, cancellationToken);
        return pass is null ? null : new Holding(notification!, pass, holds!);
    }

    /// <summary>A notification that the person may do something to, with what its channel is to them.</summary>
    internal sealed record Known(Notification Notification, ChannelPass Pass);

    /// <summary>A notification that the person holds, with what its channel is to them and what they hold of it.</summary>
    internal sealed record Holding(Notification Notification, ChannelPass Pass, HeldItem Held);
}
