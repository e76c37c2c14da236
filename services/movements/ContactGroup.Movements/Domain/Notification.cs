using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Movements.Domain.Areas;

namespace ContactGroup.Movements.Domain;

/// <summary>A movement, a site or an advisory as it stands at one version.</summary>
/// <param name="Kind">Which of them it is.</param>
/// <param name="Item">Random id.</param>
/// <param name="Channel">Where it was notified; never changes.</param>
/// <param name="Reference">What people call it, such as <c>HNM-7K3M-Q2XD</c>.</param>
/// <param name="Origin">Who notified.</param>
/// <param name="Exercise">Whether it belongs to an exercise.</param>
/// <param name="Version">From 1, rising by one with everything that is noted of it, receipts included. Shown to nobody.</param>
/// <param name="Status">See <see cref="ItemStatus"/>.</param>
/// <param name="Sensitivity">How sensitive it is.</param>
/// <param name="Recipients">Audiences that its owner named, each with consent.</param>
/// <param name="Content">The fields.</param>
internal sealed record Notification(
    Kind Kind,
    string Item,
    string Channel,
    string Reference,
    ItemOrigin Origin,
    bool Exercise,
    int Version,
    string Status,
    Sensitivity Sensitivity,
    IReadOnlyList<string> Recipients,
    JsonObject Content)
{
    public string State => (string)Content[ContentNames.State]!;

    /// <summary>
    /// The version that people speak of and that a force acknowledges: from 1, rising with what recipients are shown. INVARIANT: not with what they are not,
    /// so that it tells nothing of it, and nobody acknowledges anew what has not changed for them.
    /// </summary>
    public int Edition => (int?)Content[ContentNames.Version] ?? 1;

    /// <summary>The next version with a copy of the content to change.</summary>
    public Notification Next() => this with { Version = Version + 1, Content = (JsonObject)Content.DeepClone() };

    /// <summary>Whether its owner says the same in both: receipts, check-ins and what happens by itself may differ.</summary>
    public bool SaysTheSameAs(Notification other) =>
        Status == other.Status
        && Recipients.SequenceEqual(other.Recipients, StringComparer.Ordinal)
        && JsonNode.DeepEquals(WithoutReceipts(this), WithoutReceipts(other));

    private static readonly string[] ByThemselves =
    [
        ContentNames.Dispatch, ContentNames.CheckIns, ContentNames.NextCheckInDue, ContentNames.OverdueSince, ContentNames.NotifiedAt, ContentNames.StateAt,
    ];

    private static JsonObject WithoutReceipts(Notification notification)
    {
        var content = (JsonObject)notification.Content.DeepClone();
        foreach (var name in ByThemselves)
        {
            content.Remove(name);
        }

        return content;
    }

    /// <summary>Whether it came later than the lead time of this recipient asks.</summary>
    public bool IsLateFor(string recipient) => (Content[ContentNames.LateFor] as JsonArray ?? []).Any(party => (string?)party == recipient);

    /// <summary>The named audiences as release sets have them.</summary>
    public string[] Named => [.. Recipients.Select(audience => $"audience:{audience}")];

    /// <summary>What went from it by itself with this version, for its owner alone. Not stored.</summary>
    public IReadOnlyList<Warning> TakenOut { get; init; } = [];

    /// <summary>What may be wrong with it although it is taken.</summary>
    /// <param name="boundaries">Where the areas lie that it states.</param>
    public IReadOnlyList<Warning> Warnings(Boundaries boundaries) => [.. TakenOut, .. Kind.Warnings(Content, boundaries)];

    /// <summary>What release is told.</summary>
    /// <param name="at">When the version was made.</param>
    /// <param name="channelVersion">As in <c>ChannelPass.Version</c>.</param>
    /// <param name="options">How long others than its owner are shown it.</param>
    public ItemVersioned ToFact(DateTimeOffset at, long channelVersion, MovementOptions options) => new(
        Item,
        Channel,
        Kind.Name,
        Version,
        Reference,
        Origin,
        Sensitivity,
        Kind.ReleaseTo(this),
        Named,
        Exercise ? Caveats.Exercise : Caveats.None,
        Status,
        at,
        Kind.ExpiresAt(this, at, options),
        Content,
        Exercise,
        Protection: false,
        channelVersion);
}
