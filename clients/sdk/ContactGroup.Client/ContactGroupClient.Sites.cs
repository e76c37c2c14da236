using System.Text.Json.Nodes;
using static System.Uri;

namespace ContactGroup.Client;

public sealed partial class ContactGroupClient
{
    /// <summary>Notifies a site to the own side and to each force that is named. A notification informs; it asks for nothing.</summary>
    public Task<MovementReceipt> NotifySiteAsync(
        string channel, SiteNotification site, IdempotencyKey? key = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(site);
        return api.CommandAsync<MovementReceipt>(SitesOf(channel), site, site.AudienceShown, key, cancellationToken);
    }

    /// <summary>The same with fields given as the API names them, going no further than a preview's fingerprint says was shown.</summary>
    public Task<MovementReceipt> NotifySiteAsync(
        string channel, JsonObject site, string? audienceShown = null, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync<MovementReceipt>(SitesOf(channel), site, audienceShown, key, cancellationToken);

    /// <summary>
    /// Says what is different now of a site of the own organisation; confirms nothing. Whoever is left out of <c>recipients</c>, when they are given, has the
    /// site no longer.
    /// </summary>
    public Task<MovementReceipt> AmendSiteAsync(
        string item, JsonObject changes, string? audienceShown = null, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync<MovementReceipt>(OnMovement(item, "amend-site"), changes, audienceShown, key, cancellationToken);

    /// <summary>Confirms that all which was said of a site still holds.</summary>
    /// <param name="ifVersion">The version that was looked at; refused when there is a later one.</param>
    public Task<MovementReceipt> RevalidateSiteAsync(string item, int? ifVersion = null, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync<MovementReceipt>(OnMovement(item, "revalidate"), new { ifVersion }, key, cancellationToken);

    /// <summary>Takes a site off the list: whoever was told of it is told so, and has it no longer some days later. That removes no protection.</summary>
    /// <param name="reason">Code list <c>site-removal-reason</c>, e.g. <c>CLOSED</c>; stays on the own side.</param>
    /// <param name="ifVersion">The version that was looked at; refused when there is a later one.</param>
    public Task<MovementReceipt> RemoveSiteAsync(
        string item, string reason, int? ifVersion = null, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync<MovementReceipt>(OnMovement(item, "remove"), new { reason, ifVersion }, key, cancellationToken);

    private static string SitesOf(string channel) => $"api/movements/channels/{EscapeDataString(channel)}/sites";
}
