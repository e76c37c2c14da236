using System.Text.Json.Nodes;
using static System.Uri;

namespace ContactGroup.Client;

public sealed partial class ContactGroupClient
{
    /// <summary>Raises a notice of an access constraint.</summary>
    public Task<Receipt> RaiseAccessNoticeAsync(string channel, AccessNotice notice, IdempotencyKey? key = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return api.CommandAsync<Receipt>(NoticesOf(channel), notice, notice.AudienceShown, key, cancellationToken);
    }

    /// <summary>The same with fields given as the API names them, going no further than a preview's fingerprint says was shown.</summary>
    public Task<Receipt> RaiseAccessNoticeAsync(
        string channel, JsonObject notice, string? audienceShown = null, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync<Receipt>(NoticesOf(channel), notice, audienceShown, key, cancellationToken);

    /// <summary>
    /// Says what is different now: the fields that have changed, <c>clear</c> for fields to empty. Coordination may change <c>followUpOwner</c> and
    /// <c>followUpBy</c> of any humanitarian notice that it holds.
    /// </summary>
    public Task<Receipt> UpdateAccessNoticeAsync(
        string item, JsonObject changes, string? audienceShown = null, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync<Receipt>(OnNotice(item, "update"), changes, audienceShown, key, cancellationToken);

    /// <summary>Says how a constraint goes on.</summary>
    /// <param name="state"><c>UNDER_FOLLOW_UP</c>, <c>ESCALATED</c> or <c>MITIGATED</c>; <c>RESOLVED</c> and <c>CLOSED_UNRESOLVED</c> end it.</param>
    /// <param name="note">For the own side, up to 2,000 characters.</param>
    public Task<Receipt> SayAccessStateAsync(
        string item, string state, string? note = null, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync<Receipt>(OnNotice(item, "state"), new { state, note }, key, cancellationToken);

    /// <summary>Takes back a notice: it is recalled from everybody who holds it.</summary>
    /// <param name="reason">1 to 1,000 characters.</param>
    public Task<Receipt> WithdrawAccessNoticeAsync(string item, string reason, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync<Receipt>(OnNotice(item, "withdraw"), new { reason }, key, cancellationToken);

    /// <summary>Counts access constraints by area, month and type. For the humanitarian side; nobody else finds anything there.</summary>
    /// <param name="country">ISO 3166-1 alpha-3.</param>
    /// <param name="from">First month, e.g. <c>2026-09</c>.</param>
    /// <param name="to">Last month; at most 24 together.</param>
    public Task<AccessOverview> GetAccessOverviewAsync(string country, string from, string to, CancellationToken cancellationToken = default) =>
        api.GetAsync<AccessOverview>(
            $"api/access/overview?country={EscapeDataString(country)}&from={EscapeDataString(from)}&to={EscapeDataString(to)}", cancellationToken);

    private static string NoticesOf(string channel) => $"api/access/channels/{EscapeDataString(channel)}/notices";

    private static string OnNotice(string item, string verb) => $"api/access/items/{EscapeDataString(item)}/{verb}";
}
