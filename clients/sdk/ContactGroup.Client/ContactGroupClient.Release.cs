using ContactGroup.Client.Transport;
using static System.Uri;

namespace ContactGroup.Client;

public sealed partial class ContactGroupClient
{
    private sealed record StreamList(IReadOnlyList<StreamInfo> Streams);

    /// <summary>The streams of the caller's audiences, with their heads.</summary>
    public async Task<IReadOnlyList<StreamInfo>> GetStreamsAsync(CancellationToken cancellationToken = default) =>
        (await api.GetAsync<StreamList>("api/release/streams", cancellationToken).ConfigureAwait(false)).Streams;

    /// <summary>A page of a stream.</summary>
    /// <param name="after">A cursor: <see cref="StreamInfo.Start"/> for the beginning, then <see cref="EntryPage.Cursor"/>.</param>
    /// <param name="limit">1 to 200.</param>
    public Task<EntryPage> GetEntriesAsync(string stream, string after, int limit = 200, CancellationToken cancellationToken = default) =>
        api.GetAsync<EntryPage>(
            $"api/release/streams/{EscapeDataString(stream)}/entries" + new QueryText().With("after", after).With("limit", limit), cancellationToken);

    /// <summary>An item as far as the caller may see it.</summary>
    public Task<Item> GetItemAsync(string item, CancellationToken cancellationToken = default) =>
        api.GetAsync<Item>($"api/release/items/{EscapeDataString(item)}", cancellationToken);

    /// <summary>Looks for items among what the caller may see.</summary>
    public Task<ItemPage> FindItemsAsync(ItemQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var text = new QueryText()
            .With("channel", query.Channel)
            .With("kind", query.Kind)
            .With("q", query.Text)
            .With("bbox", query.Box is { } box ? FormattableString.Invariant($"{box.West},{box.South},{box.East},{box.North}") : null)
            .With("from", query.From)
            .With("to", query.To)
            .With("status", query.Status)
            .With("urgent", query.Urgent is { } urgent ? urgent ? "true" : "false" : null)
            .With("after", query.After)
            .With("limit", query.Limit);
        return api.GetAsync<ItemPage>("api/release/items" + text, cancellationToken);
    }

    /// <summary>Why the caller sees what they see of an item.</summary>
    public Task<Explanation> ExplainAsync(string item, CancellationToken cancellationToken = default) =>
        api.GetAsync<Explanation>($"api/release/items/{EscapeDataString(item)}/explanation", cancellationToken);

    /// <summary>Every version of an item that the caller's organisation wrote, oldest first. Absent for anybody else.</summary>
    public Task<ItemHistory> GetHistoryAsync(string item, CancellationToken cancellationToken = default) =>
        api.GetAsync<ItemHistory>($"api/release/items/{EscapeDataString(item)}/history", cancellationToken);

    /// <summary>
    /// Takes an item back from a side or a force, at once: for the organisation that wrote it and for coordinators. It stays back until a coordinator
    /// releases it again. What people have already read stays read: see <see cref="GetExposureAsync"/>.
    /// </summary>
    /// <param name="target">A side, such as <c>side:political</c>, or one force, such as <c>audience:military:northern-force</c>.</param>
    /// <param name="reason">Why; the organisation that wrote it reads this, the target does not. At most 1,000 characters.</param>
    public Task RecallAsync(string item, string target, string reason, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync($"api/release/items/{EscapeDataString(item)}/recall", new { target, reason }, key, cancellationToken);

    /// <summary>Who had an item that the caller's organisation wrote, when, and how much of it. Absent for anybody else.</summary>
    public Task<Exposure> GetExposureAsync(string item, CancellationToken cancellationToken = default) =>
        api.GetAsync<Exposure>($"api/release/items/{EscapeDataString(item)}/exposure", cancellationToken);

    /// <summary>Consents to an item of the own organisation going further, as a coordinator asked.</summary>
    public Task ConsentAsync(string item, string widening, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync($"{OfWidening(item, widening)}/consent", new { }, key, cancellationToken);

    /// <summary>Declines that an item of the own organisation goes further, or takes a consent back.</summary>
    public Task DeclineAsync(string item, string widening, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync($"{OfWidening(item, widening)}/decline", new { }, key, cancellationToken);

    private static string OfWidening(string item, string widening) =>
        $"api/release/items/{EscapeDataString(item)}/widenings/{EscapeDataString(widening)}";

    /// <summary>What each audience would get of a draft; nothing is posted.</summary>
    public Task<Preview> PreviewAsync(PreviewDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return api.CommandAsync<Preview>("api/release/preview", draft, key: null, cancellationToken);
    }
}
