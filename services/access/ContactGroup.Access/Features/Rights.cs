using ContactGroup.Access.Data;
using ContactGroup.Access.Domain;
using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Access.Features;

/// <summary>Who may write here. Absent and invisible are one answer; only who knows of a thing is told why it is refused.</summary>
internal sealed class Rights(IChannelDirectory channels, IHeldItems held, NoticeBook book)
{
    /// <summary>The person's pass to a channel; null when it is as if it did not exist.</summary>
    public async Task<ChannelPass?> PassAsync(Participant who, string channel, CancellationToken cancellationToken) =>
        Ids.IsWellFormed(channel) && who.OrganisationId is not null ? await channels.FindAsync(who.Asks, channel, cancellationToken) : null;

    /// <summary>Why nothing may be raised with this pass; null when nothing speaks against it.</summary>
    public static ProblemHttpResult? RefuseToRaise(ChannelPass pass) => pass switch
    {
        { ClosedByPosture: true } => Problems.Refused(ProblemCode.ChannelClosed),
        { TakesNotificationsOnly: true } => Problems.Refused(ProblemCode.NotificationsOnly),
        { MayPost: false } => Problems.Refused(ProblemCode.RoleNotAllowed),
        _ => RefuseToFollowUp(pass),
    };

    /// <summary>Why nothing more may be said with this pass of what was raised before; null when nothing speaks against it.</summary>
    public static ProblemHttpResult? RefuseToFollowUp(ChannelPass pass) => pass switch
    {
        { ClosedByPosture: true } => Problems.Refused(ProblemCode.ChannelClosed),
        { TermsAccepted: false } => Problems.Refused(ProblemCode.TermsNotAccepted),
        _ => null,
    };

    /// <summary>
    /// A notice of the person's own organisation, or, for coordination, a humanitarian one that they hold; or the refusal. INVARIANT: whoever did not raise it has
    /// everything asked that would be asked if it did not exist. Who raised it can take it back while release is away.
    /// </summary>
    public async Task<(Known? Known, ProblemHttpResult? Refusal)> ToChangeAsync(Participant who, string item, CancellationToken cancellationToken)
    {
        var isAuthor = Ids.IsWellFormed(item) && await book.IsByAsync(item, who.PersonId, who.OrganisationId, cancellationToken);
        if ((!isAuthor && await held.FindAsync(who.Asks, item, cancellationToken) is null)
            || !Ids.IsWellFormed(item)
            || await book.FindAsync(item, cancellationToken) is not { } notice)
        {
            return (null, Problems.NotFound());
        }

        var isOwn = notice.Origin.Organisation == who.OrganisationId;
        if (!isOwn && !(who.Constituency == Constituency.Coordination && notice.IsHumanitarian))
        {
            return (null, Problems.Refused(ProblemCode.NotTheAuthor));
        }

        return await channels.FindAsync(who.Asks, notice.Channel, cancellationToken) is { } pass
            ? (new Known(notice, pass, isOwn), null)
            : (null, Problems.NotFound());
    }

    /// <summary>Notes a fault for each item that is named and that the person does not hold: absent and invisible look the same.</summary>
    public async Task CheckLinksAsync(Participant who, Draft draft, FieldChecks checks, CancellationToken cancellationToken)
    {
        foreach (var name in Links.Names)
        {
            if (draft.Said.Text(name) is { } linked && Ids.IsWellFormed(linked))
            {
                checks.That(await held.FindAsync(who.Asks, linked, cancellationToken) is not null, name, Links.Remedy);
            }
        }
    }

    /// <summary>A notice that the person may do something to.</summary>
    /// <param name="Notice">The notice.</param>
    /// <param name="Pass">What its channel is to them.</param>
    /// <param name="IsOwn">Whether their own organisation raised it.</param>
    internal sealed record Known(Notice Notice, ChannelPass Pass, bool IsOwn);
}
