using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Domain;
using ContactGroup.Movements.Domain.Areas;
using ContactGroup.Movements.Domain.Sites;
using Microsoft.Extensions.Options;

namespace ContactGroup.Movements.Features;

/// <summary>Reads the draft of a site exactly as <see cref="NotifySite"/> would, for a preview.</summary>
internal sealed class ReadSiteDraft(IOptions<MovementOptions> options, Boundaries boundaries)
    : NotificationDraftReader<NotifySite.Request>(SiteKind.Kind, options, boundaries)
{
    protected override Notification? Notify(NotifySite.Request request, ItemOrigin author, string channel, DateTimeOffset now, FieldChecks checks)
    {
        var draft = SiteDraft.Read(request, reached: null, checks);
        return checks.Failed ? null : draft.Notify(author, channel, exercise: false, Options, now);
    }
}
