using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Movements;

namespace ContactGroup.Movements.Domain;

/// <summary>A notification as it stands at one version.</summary>
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
internal sealed record Movement(
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
    public Movement Next() => this with { Version = Version + 1, Content = (JsonObject)Content.DeepClone() };

    /// <summary>Whether its owner says the same in both: receipts may differ.</summary>
    public bool SaysTheSameAs(Movement other) =>
        Status == other.Status
        && Recipients.SequenceEqual(other.Recipients, StringComparer.Ordinal)
        && JsonNode.DeepEquals(WithoutReceipts(this), WithoutReceipts(other));

    private static JsonObject WithoutReceipts(Movement movement)
    {
        var content = (JsonObject)movement.Content.DeepClone();
        content.Remove(ContentNames.Dispatch);
        return content;
    }

    /// <summary>What release is told.</summary>
    /// <param name="at">When the version was made.</param>
    /// <param name="channelVersion">As in <c>ChannelPass.Version</c>.</param>
    /// <param name="shownAfter">How long others than its owner are shown it after its window, or after it was over.</param>
    public ItemVersioned ToFact(DateTimeOffset at, long channelVersion, TimeSpan shownAfter)
    {
        string[] named = [.. Recipients.Select(audience => $"audience:{audience}")];
        return new(
            Item,
            Channel,
            MovementSchema.Schema.Kind,
            Version,
            Reference,
            Origin,
            Sensitivity,

            // INVARIANT: nobody outside the humanitarian side who is not named.
            ["own-side", .. named],
            named,
            Exercise ? Caveats.Exercise : Caveats.None,
            Status,
            at,
            ExpiresAt(at, shownAfter),
            Content,
            Exercise,
            Protection: false,
            channelVersion);
    }

    /// <summary>Until when others than its owner are shown it.</summary>
    /// <param name="said">When that was first said which recipients are shown now.</param>
    /// <param name="shownAfter">How long they are shown it after its window, or after it was over.</param>
    public DateTimeOffset ExpiresAt(DateTimeOffset said, TimeSpan shownAfter)
    {
        var end = ContentRules.Instant(Content, ContentNames.WindowEnd);
        return (States.IsOver(State) || said > end ? said : end) + shownAfter; // What is said after the window is shown as long as what is said in it.
    }
}
