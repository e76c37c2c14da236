using System.Text.Json.Nodes;
using static System.Uri;

namespace ContactGroup.Client;

public sealed partial class ContactGroupClient
{
    /// <summary>Issues an advisory to the humanitarian side, in a notification room. It advises; it decides nothing.</summary>
    public Task<MovementReceipt> IssueAdvisoryAsync(
        string channel, AdvisoryDraft advisory, IdempotencyKey? key = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(advisory);
        return api.CommandAsync<MovementReceipt>(AdvisoriesOf(channel), advisory, advisory.AudienceShown, key, cancellationToken);
    }

    /// <summary>The same with fields given as the API names them, going no further than a preview's fingerprint says was shown.</summary>
    public Task<MovementReceipt> IssueAdvisoryAsync(
        string channel, JsonObject advisory, string? audienceShown = null, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync<MovementReceipt>(AdvisoriesOf(channel), advisory, audienceShown, key, cancellationToken);

    /// <summary>Says what is different now in an advisory of the own organisation.</summary>
    public Task<MovementReceipt> AmendAdvisoryAsync(
        string item, JsonObject changes, string? audienceShown = null, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync<MovementReceipt>(OnMovement(item, "amend-advisory"), changes, audienceShown, key, cancellationToken);

    /// <summary>Says before its time that an advisory of the own organisation is over; everyone who was told of it is told.</summary>
    /// <param name="reason">For the own record, up to 1,000 characters.</param>
    public Task<MovementReceipt> EndAdvisoryAsync(string item, string? reason = null, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync<MovementReceipt>(OnMovement(item, "end"), new { reason }, key, cancellationToken);

    /// <summary>Takes back an advisory that was wrong: it is recalled from everybody who holds it.</summary>
    /// <param name="reason">1 to 1,000 characters.</param>
    public Task<MovementReceipt> WithdrawAdvisoryAsync(string item, string reason, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        WithdrawMovementAsync(item, reason, key, cancellationToken);

    private static string AdvisoriesOf(string channel) => $"api/movements/channels/{EscapeDataString(channel)}/advisories";
}
