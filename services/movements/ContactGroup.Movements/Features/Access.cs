using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Data;
using ContactGroup.Movements.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Movements.Features;

/// <summary>Who may write here. Absent and invisible are one answer; only who knows of a thing is told why it is refused.</summary>
internal sealed class Access(IChannelDirectory channels, IHeldItems held, MovementBook book)
{
    /// <summary>The pass to notify in a channel, or the refusal. Only humanitarian organisations notify.</summary>
    public async Task<(ChannelPass? Pass, ProblemHttpResult? Refusal)> ToNotifyAsync(Participant who, string channel, CancellationToken cancellationToken)
    {
        var pass = Ids.IsWellFormed(channel) && who.OrganisationId is not null
            ? await channels.FindAsync(who.Asks, channel, cancellationToken)
            : null;
        return pass switch
        {
            null => (null, Problems.NotFound()),
            { ClosedByPosture: true } => (null, Problems.Refused(ProblemCode.ChannelClosed)),
            { MayPost: false } => (null, Problems.Refused(ProblemCode.RoleNotAllowed)),
            _ when who.Side is not "humanitarian" => (null, Problems.Refused(ProblemCode.RoleNotAllowed)),
            { TermsAccepted: false } => (null, Problems.Refused(ProblemCode.TermsNotAccepted)),
            _ => (pass, null),
        };
    }

    /// <summary>A movement of the person's own organisation, to add a version to, or the refusal.</summary>
    public async Task<(Known? Known, ProblemHttpResult? Refusal)> ToAmendAsync(Participant who, string item, CancellationToken cancellationToken)
    {
        var (known, refusal) = await ToRetractAsync(who, item, cancellationToken);
        if (known is null)
        {
            return (null, refusal);
        }

        var (pass, closed) = await ToNotifyAsync(who, known.Movement.Channel, cancellationToken);
        return pass is null ? (null, closed) : (known with { Pass = pass }, null);
    }

    /// <summary>A movement of the person's own organisation, to take back: possible in any posture, because it only narrows.</summary>
    public async Task<(Known? Known, ProblemHttpResult? Refusal)> ToRetractAsync(Participant who, string item, CancellationToken cancellationToken)
    {
        var movement = Ids.IsWellFormed(item) ? await book.FindAsync(item, cancellationToken) : null;
        if (movement is null || movement.Origin.Organisation != who.OrganisationId)
        {
            var holds = await held.FindAsync(who.Asks, item, cancellationToken) is not null && movement is not null;
            return (null, holds ? Problems.Refused(ProblemCode.NotTheAuthor) : Problems.NotFound());
        }

        return await channels.FindAsync(who.Asks, movement.Channel, cancellationToken) is { } pass
            ? (new Known(movement, pass), null)
            : (null, Problems.NotFound());
    }

    /// <summary>A movement that the person may do something to, with what its channel is to them.</summary>
    internal sealed record Known(Movement Movement, ChannelPass Pass);
}
