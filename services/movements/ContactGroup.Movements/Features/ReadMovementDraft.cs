using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Domain;
using ContactGroup.Movements.Domain.Areas;
using ContactGroup.Movements.Domain.Movements;
using Microsoft.Extensions.Options;

namespace ContactGroup.Movements.Features;

/// <summary>Reads the draft of a movement exactly as <see cref="NotifyMovement"/> would, for a preview.</summary>
internal sealed class ReadMovementDraft(IOptions<MovementOptions> options, Boundaries boundaries)
    : NotificationDraftReader<NotifyMovement.Request>(MovementKind.Kind, options, boundaries)
{
    protected override Notification? Notify(NotifyMovement.Request request, ItemOrigin author, string channel, DateTimeOffset now, FieldChecks checks)
    {
        var draft = MovementDraft.Read(request, reached: null, checks);
        return checks.Failed ? null : draft.Notify(author, channel, exercise: false, Options, now);
    }
}
