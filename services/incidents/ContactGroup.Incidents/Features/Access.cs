using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Incidents.Data;
using ContactGroup.Incidents.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Incidents.Features;

/// <summary>Who may write here. Absent and invisible are one answer; only who knows of a thing is told why it is refused.</summary>
internal sealed class Access(IChannelDirectory channels, IHeldItems held, IncidentBook book)
{
    /// <summary>The pass to post in a channel, or the refusal.</summary>
    public async Task<(ChannelPass? Pass, ProblemHttpResult? Refusal)> ToPostAsync(Participant who, string channel, CancellationToken cancellationToken)
    {
        var pass = Ids.IsWellFormed(channel) && who.OrganisationId is not null
            ? await channels.FindAsync(who.Asks, channel, cancellationToken)
            : null;
        return pass switch
        {
            null => (null, Problems.NotFound()),
            { ClosedByPosture: true } => (null, Problems.Refused(ProblemCode.ChannelClosed)),
            { TakesNotificationsOnly: true } => (null, Problems.Refused(ProblemCode.NotificationsOnly)),
            { MayPost: false } => (null, Problems.Refused(ProblemCode.RoleNotAllowed)),
            { TermsAccepted: false } => (null, Problems.Refused(ProblemCode.TermsNotAccepted)),
            _ => (pass, null),
        };
    }

    /// <summary>A report of the person's own organisation, to add a version to, or the refusal.</summary>
    public async Task<(Known? Known, ProblemHttpResult? Refusal)> ToAmendAsync(Participant who, string item, CancellationToken cancellationToken)
    {
        var (known, refusal) = await ToRetractAsync(who, item, cancellationToken);
        if (known is null)
        {
            return (null, refusal);
        }

        var (pass, closed) = await ToPostAsync(who, known.Incident.Channel, cancellationToken);
        return pass is null ? (null, closed) : (known with { ChannelVersion = pass.Version }, null);
    }

    /// <summary>
    /// A report of the person's own organisation, to take back or conclude: possible in any posture, because it only narrows. INVARIANT: whoever did not write
    /// it has everything asked that would be asked if it did not exist. Its author can take it back while release is away.
    /// </summary>
    public async Task<(Known? Known, ProblemHttpResult? Refusal)> ToRetractAsync(Participant who, string item, CancellationToken cancellationToken)
    {
        var isAuthor = Ids.IsWellFormed(item) && await book.IsByAsync(item, who.PersonId, who.OrganisationId, cancellationToken);
        if ((!isAuthor && await held.FindAsync(who.Asks, item, cancellationToken) is null) || await FindAsync(item, cancellationToken) is not { } incident)
        {
            return (null, Problems.NotFound());
        }

        if (incident.Origin.Organisation != who.OrganisationId)
        {
            return (null, Problems.Refused(ProblemCode.NotTheAuthor));
        }

        return await channels.FindAsync(who.Asks, incident.Channel, cancellationToken) is { } pass
            ? (new Known(incident, pass.Version), null)
            : (null, Problems.NotFound());
    }

    /// <summary>
    /// A report to verify: held by the person, of another organisation, and the person on the humanitarian side. An organisation does not confirm
    /// itself.
    /// </summary>
    public async Task<(Known? Known, ProblemHttpResult? Refusal)> ToVerifyAsync(Participant who, string item, CancellationToken cancellationToken)
    {
        var holds = await held.FindAsync(who.Asks, item, cancellationToken) is not null;
        var incident = holds ? await FindAsync(item, cancellationToken) : null;
        var pass = incident is null ? null : await channels.FindAsync(who.Asks, incident.Channel, cancellationToken);
        return pass switch
        {
            null => (null, Problems.NotFound()),
            _ when incident!.Origin.Organisation == who.OrganisationId => (null, Problems.Refused(
                ProblemCode.RoleNotAllowed, "Another organisation or a coordinator verifies a report, never the one that made it.")),
            _ when who.Side is not "humanitarian" => (null, Problems.Refused(ProblemCode.RoleNotAllowed)),
            { TermsAccepted: false } => (null, Problems.Refused(ProblemCode.TermsNotAccepted)),
            _ => (new Known(incident, pass.Version), null),
        };
    }

    /// <summary>
    /// Notes a fault when the content links an item that the person does not hold: absent and invisible look the same. Of a notification that they hold, the
    /// version and the bytes are kept with the link.
    /// </summary>
    public async Task CheckLinkAsync(Participant who, Draft draft, FieldChecks checks, CancellationToken cancellationToken)
    {
        if (draft.Said.Text(ContentNames.LinkedNotification) is { } linked && Ids.IsWellFormed(linked))
        {
            var item = await held.FindAsync(who.Asks, linked, cancellationToken);
            checks.That(item is not null, ContentNames.LinkedNotification, "Give the id of an item that you hold.");
            draft.Link(item);
        }
    }

    private async Task<Incident?> FindAsync(string item, CancellationToken cancellationToken) =>
        Ids.IsWellFormed(item) ? await book.FindAsync(item, cancellationToken) : null;

    /// <summary>A report that the person may do something to, with the version of its channel's state that says so.</summary>
    internal sealed record Known(Incident Incident, long ChannelVersion);
}
