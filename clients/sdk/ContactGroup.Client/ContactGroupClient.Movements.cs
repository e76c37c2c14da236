using System.Text.Json.Nodes;
using static System.Uri;

namespace ContactGroup.Client;

public sealed partial class ContactGroupClient
{
    private sealed record BroughtBefore(IReadOnlyList<string> There);

    /// <summary>How many hours before its window a movement should be notified in a channel; for who may notify there.</summary>
    public Task<LeadTimeList> ReadLeadTimesAsync(string channel, CancellationToken cancellationToken = default) =>
        api.GetAsync<LeadTimeList>($"api/movements/channels/{EscapeDataString(channel)}/lead-times", cancellationToken);

    /// <summary>Notifies a movement to the own side and to each force that is named. A notification informs; it asks for nothing.</summary>
    public Task<MovementReceipt> NotifyMovementAsync(
        string channel, MovementNotification movement, IdempotencyKey? key = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(movement);
        return api.CommandAsync<MovementReceipt>(MovementsOf(channel), movement, movement.AudienceShown, key, cancellationToken);
    }

    /// <summary>The same with fields given as the API names them, going no further than a preview's fingerprint says was shown.</summary>
    public Task<MovementReceipt> NotifyMovementAsync(
        string channel, JsonObject movement, string? audienceShown = null, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync<MovementReceipt>(MovementsOf(channel), movement, audienceShown, key, cancellationToken);

    /// <summary>Which records the own organisation brought to a room before, or exported from it.</summary>
    /// <param name="kind"><c>movement</c> or <c>site</c>.</param>
    /// <param name="system">Name of where they come from.</param>
    /// <param name="ids">What they are called there, 1 to 200.</param>
    /// <returns>Those of the ids that are there.</returns>
    public async Task<IReadOnlyList<string>> FindBroughtAsync(
        string channel, string kind, string system, IReadOnlyList<string> ids, CancellationToken cancellationToken = default) =>
        (await api.CommandAsync<BroughtBefore>($"api/movements/channels/{EscapeDataString(channel)}/brought", new { kind, system, ids }, key: null, cancellationToken)
            .ConfigureAwait(false)).There;

    /// <summary>
    /// Says what is different now of a movement of the own organisation. Whoever is left out of <c>recipients</c>, when they are given, has the movement
    /// no longer. With <c>before</c>, the changed fields as they were read (null for what was absent), it is refused when one of them is another now.
    /// </summary>
    public Task<MovementReceipt> AmendMovementAsync(
        string item, JsonObject changes, string? audienceShown = null, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync<MovementReceipt>(OnMovement(item, "amend"), changes, audienceShown, key, cancellationToken);

    /// <summary>Says how a movement of the own organisation goes on.</summary>
    /// <param name="state"><c>UNDERWAY</c>, <c>POSTPONED</c>, <c>COMPLETED</c>, <c>CANCELLED</c>, <c>ABORTED_EN_ROUTE</c>; <c>NOTIFIED</c> after postponing.</param>
    /// <param name="reason">For the own side, up to 1,000 characters.</param>
    public Task<MovementReceipt> SayMovementStateAsync(
        string item, string state, string? reason = null, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync<MovementReceipt>(OnMovement(item, "state"), new { state, reason }, key, cancellationToken);

    /// <summary>
    /// Says that a movement of the own organisation is heard of, while it is under way. For the own side alone; where somebody is between two stops is not told.
    /// </summary>
    /// <param name="stop">Which stop of the route, from 0; null on the way between two.</param>
    /// <param name="note">Up to 500 characters.</param>
    public Task<MovementReceipt> CheckInMovementAsync(
        string item, int? stop = null, string? note = null, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync<MovementReceipt>(OnMovement(item, "check-ins"), new { stop, note }, key, cancellationToken);

    /// <summary>Takes back a notification, of a movement or of a site: it is recalled from everybody who holds it. That removes no protection.</summary>
    /// <param name="reason">1 to 1,000 characters.</param>
    public Task<MovementReceipt> WithdrawMovementAsync(string item, string reason, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync<MovementReceipt>(OnMovement(item, "withdraw"), new { reason }, key, cancellationToken);

    /// <summary>Says that a cell of the caller's force has received and understood a version of a movement or a site. A receipt, never consent: it decides nothing.</summary>
    /// <param name="version">The field <c>version</c> of the notification that was read; refused when there is a later one.</param>
    /// <param name="cell">Which cell, 1 to 120 characters.</param>
    /// <param name="query">A question, or something that looks wrong, up to 1,000 characters.</param>
    public Task<MovementConfirmation> AcknowledgeMovementAsync(
        string item, int version, string cell, string? query = null, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync<MovementConfirmation>(OnMovement(item, "acknowledge"), new { version, cell, query }, key, cancellationToken);

    private static string MovementsOf(string channel) => $"api/movements/channels/{EscapeDataString(channel)}/movements";

    private static string OnMovement(string item, string verb) => $"api/movements/items/{EscapeDataString(item)}/{verb}";
}
