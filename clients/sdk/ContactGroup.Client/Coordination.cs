using ContactGroup.Client.Transport;
using static System.Uri;

namespace ContactGroup.Client;

/// <summary>What only a coordinator may do: convene groups, admit people, decide reviews.</summary>
public sealed class Coordination
{
    private readonly ApiTransport api;

    internal Coordination(ApiTransport api) => this.api = api;

    private sealed record QuarantineList(IReadOnlyList<Quarantined> Quarantined);

    private sealed record Created(string Id);

    private sealed record Asked(string Widening);

    private sealed record TermsVersion(int Version);

    private sealed record ReviewList(IReadOnlyList<Review> Reviews);

    /// <summary>Opens a contact group; gives its id.</summary>
    /// <param name="posture"><c>cooperation</c>, <c>coexistence</c> or <c>distance</c>.</param>
    public async Task<string> OpenGroupAsync(
        string name, string purpose, string assumptions, string posture, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        (await api.CommandAsync<Created>("api/channels/groups", new { name, purpose, assumptions, posture }, key, cancellationToken).ConfigureAwait(false)).Id;

    /// <summary>Publishes new terms of reference, which members must accept before they post again; gives the version.</summary>
    public async Task<int> ChangeTermsAsync(
        string group, string purpose, string assumptions, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        (await api.CommandAsync<TermsVersion>(OnGroup(group, "terms"), new { purpose, assumptions }, key, cancellationToken).ConfigureAwait(false)).Version;

    /// <summary>Changes the form of contact between the sides.</summary>
    public Task ChangePostureAsync(
        string group, string posture, string reason, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync(OnGroup(group, "posture"), new { posture, reason }, key, cancellationToken);

    /// <summary>Admits a person to a group.</summary>
    public Task AddMemberAsync(string group, string person, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync(OnGroup(group, "members"), new { person }, key, cancellationToken);

    /// <summary>Ends a person's membership; their rights end before the call returns.</summary>
    public Task RemoveMemberAsync(string group, string person, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.SendAsync(
            new ApiCall(HttpMethod.Delete, OnGroup(group, $"members/{EscapeDataString(person)}"), Key: key ?? IdempotencyKey.New()), cancellationToken);

    /// <summary>Opens a channel; gives its id.</summary>
    /// <param name="kind"><c>plenary</c>, <c>caucus</c>, <c>desk</c>, <c>notice</c> or <c>notification</c>.</param>
    /// <param name="admits">Sides and audiences, e.g. <c>humanitarian</c>, <c>military:northern-force</c>; empty for a kind that admits everyone.</param>
    public async Task<string> OpenChannelAsync(
        string group, string name, string kind, IReadOnlyList<string> admits, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        (await api.CommandAsync<Created>(OnGroup(group, "channels"), new { name, kind, admits }, key, cancellationToken).ConfigureAwait(false)).Id;

    /// <summary>What waits for a decision, oldest first.</summary>
    public async Task<IReadOnlyList<Review>> GetReviewsAsync(string? group = null, CancellationToken cancellationToken = default) =>
        (await api.GetAsync<ReviewList>("api/release/reviews" + new QueryText().With("group", group), cancellationToken).ConfigureAwait(false)).Reviews;

    /// <summary>Lets the audience have what the review showed, with fields left out, coarser or reworded. Refused when the review shows something else by now.</summary>
    /// <param name="review">As it was looked at.</param>
    /// <param name="changes">By field; what is not named goes as proposed.</param>
    public Task ReleaseAsync(
        Review review,
        IReadOnlyDictionary<string, FieldChange>? changes = null,
        string? note = null,
        IdempotencyKey? key = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(review);
        return api.CommandAsync(
            $"api/release/reviews/{EscapeDataString(review.Id)}/release", new { note, shown = review.Shown, fields = changes }, key, cancellationToken);
    }

    /// <summary>Asks the owner of an item whether it may go further; gives the id of the request.</summary>
    /// <param name="target">A side, or one force: <c>side:political</c>, <c>audience:military:northern-force</c>.</param>
    public async Task<string> AskToWidenAsync(
        string item, string target, string reason, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        (await api.CommandAsync<Asked>($"api/release/items/{EscapeDataString(item)}/widening", new { target, reason }, key, cancellationToken)
            .ConfigureAwait(false)).Widening;

    /// <summary>What an audience gets of an item and why, as far as the caller holds it.</summary>
    /// <param name="audience">Such as <c>military:northern-force</c>.</param>
    /// <param name="posture">As if in this posture; null for the present one.</param>
    public Task<TestedView> TestAsAsync(string audience, string item, string? posture = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync<TestedView>("api/release/test-as", new { audience, item, posture }, key: null, cancellationToken);

    /// <summary>Gives the item back to its author, with the reason; the audience gets nothing.</summary>
    public Task ReturnAsync(string review, string reason, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync($"api/release/reviews/{EscapeDataString(review)}/return", new { reason }, key, cancellationToken);

    /// <summary>What is quarantined in the coordinator's channels and not settled yet, oldest first: that it is so, and nothing of what it says.</summary>
    public async Task<IReadOnlyList<Quarantined>> GetQuarantineAsync(CancellationToken cancellationToken = default) =>
        (await api.GetAsync<QuarantineList>("api/release/quarantine", cancellationToken).ConfigureAwait(false)).Quarantined;

    /// <summary>Settles that a quarantined item is marked and stays where it is.</summary>
    /// <param name="reason">The organisation that wrote it reads this. At most 1,000 characters.</param>
    public Task UpholdQuarantineAsync(string item, string reason, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync($"api/release/quarantine/{EscapeDataString(item)}/uphold", new { reason }, key, cancellationToken);

    /// <summary>Returns a quarantined item to its author, to be written in other words. Nobody can lift it: its words are kept nowhere.</summary>
    /// <param name="reason">The organisation that wrote it reads this. At most 1,000 characters.</param>
    public Task ReturnQuarantinedAsync(string item, string reason, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync($"api/release/quarantine/{EscapeDataString(item)}/return", new { reason }, key, cancellationToken);

    private static string OnGroup(string group, string rest) => $"api/channels/groups/{EscapeDataString(group)}/{rest}";
}
