using System.Text.Json;

namespace ContactGroup.Client;

/// <summary>What the caller may see of a message, an incident report or a movement notification.</summary>
/// <param name="Kind"><c>message</c>, <c>incident</c> or <c>movement</c>; a newer server may have more.</param>
/// <param name="Revision">Changes when what the caller may see changes, and only then.</param>
/// <param name="Fields">Only what may be seen. A coarse value has the member <c>coarse</c>.</param>
/// <param name="Releases">How far the item has gone; only for the author's organisation.</param>
/// <param name="Widenings">Requests that it goes further; only for the author's organisation, and absent when there are none.</param>
/// <param name="Quarantine">What a coordinator settled about a marked item; only for the author's organisation, and absent until then.</param>
/// <param name="Changed">
/// Names of the fields that differ from the version that the caller's audience was shown before this one; one that is not among <paramref name="Fields"/> was taken out. Absent when
/// nothing differs, when there is no version before, and for kinds without a version that people speak of.
/// </param>
/// <param name="Version">
/// Which version this is, for <c>ifVersion</c> of a change; only for the author's organisation, and absent for kinds that say it among <paramref name="Fields"/>.
/// </param>
/// <param name="ChangedSince">That version; whoever last read an older one does not know all that changed. Absent with <paramref name="Changed"/>.</param>
public sealed record Item(
    [property: System.Text.Json.Serialization.JsonPropertyName("item")] string Id,
    string Kind,
    string Channel,
    long Revision,
    DateTimeOffset ReleasedAt,
    string? Reference,
    string? Status,
    IReadOnlyDictionary<string, JsonElement> Fields,
    Marking? Marking,
    IReadOnlyList<AudienceRelease>? Releases,
    bool Exercise,
    IReadOnlyList<Widening>? Widenings = null,
    QuarantineSettlement? Quarantine = null,
    IReadOnlyList<string>? Changed = null,
    int? ChangedSince = null,
    int? Version = null)
{
    /// <summary>The files that the caller may have.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<AttachedFile> Files =>
        Fields.TryGetValue("attachments", out var files) ? files.Deserialize<AttachedFile[]>(JsonSerializerOptions.Web) ?? [] : [];
}

/// <summary>How an item is marked.</summary>
/// <param name="Policy">Name and version of the policy that decided, e.g. <c>humanitarian-space@1</c>.</param>
public sealed record Marking(string? Sensitivity, IReadOnlyList<string>? Caveats, string? Policy);

/// <summary>How far an item has gone towards one audience: <c>released</c>, <c>in-review</c>, <c>returned</c> or <c>withheld</c>.</summary>
/// <param name="Edited">Whether the coordination office edited what went.</param>
/// <param name="Fields">What the audience got then.</param>
public sealed record AudienceRelease(
    string Audience, string State, string? Reason, bool Edited = false, IReadOnlyDictionary<string, JsonElement>? Fields = null);

/// <summary>A coordinator's request that an item goes further: <c>asked</c>, <c>consented</c> or <c>declined</c>.</summary>
/// <param name="Audience">A side, or one force.</param>
/// <param name="By">Who asked; only on the own side.</param>
/// <param name="Fields">What the audience would get; only while it waits for an answer.</param>
public sealed record Widening(
    [property: System.Text.Json.Serialization.JsonPropertyName("widening")] string Id,
    string Audience,
    string State,
    string? Reason,
    string? By,
    DateTimeOffset At,
    IReadOnlyDictionary<string, JsonElement>? Fields);

/// <summary>What a coordinator settled about an item that is quarantined: <c>upheld</c>, or <c>returned</c> to be written in other words.</summary>
/// <param name="By">Who settled it; only on the own side.</param>
public sealed record QuarantineSettlement(string State, string? Reason, string? By, DateTimeOffset At);

/// <summary>What to look for. Everything is optional; together the conditions narrow.</summary>
/// <param name="Text">Words to find in what the caller may see.</param>
/// <param name="Box">West, south, east, north in degrees.</param>
/// <param name="Limit">1 to 200.</param>
/// <param name="After">The token of the page before, <see cref="ItemPage.Next"/>.</param>
public sealed record ItemQuery(
    string? Channel = null,
    string? Kind = null,
    string? Text = null,
    BoundingBox? Box = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    string? Status = null,
    int? Limit = null,
    string? After = null)
{
    /// <summary>
    /// Only what the caller has to look at before the rest: movements that are overdue, about which a recipient has to be called, or which the caller's own force
    /// has not acknowledged; and those of the caller's own organisation that are under way. False for what is none of it.
    /// </summary>
    public bool? Urgent { get; init; }
}

/// <summary>An area between two meridians and two parallels, in degrees (WGS 84).</summary>
public sealed record BoundingBox(double West, double South, double East, double North);

/// <summary>One page of what the caller may see.</summary>
/// <param name="Next">Token of the next page, or null on the last.</param>
/// <param name="Count">How many match, of what the caller may see.</param>
public sealed record ItemPage(IReadOnlyList<Item> Items, string? Next, int Count);

/// <summary>The versions of an item, oldest first.</summary>
public sealed record ItemHistory(string Item, IReadOnlyList<ItemVersion> Versions);

/// <summary>One version as the organisation that wrote it sees it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="At">When it was accepted, UTC.</param>
/// <param name="Status"><c>current</c>, <c>closed</c>, <c>expired</c> or <c>withdrawn</c>.</param>
/// <param name="Fields">All fields of that version.</param>
public sealed record ItemVersion(int Number, DateTimeOffset At, string Status, IReadOnlyDictionary<string, JsonElement> Fields);

/// <summary>Why the caller sees what they see.</summary>
/// <param name="Sentence">The whole answer in one sentence.</param>
/// <param name="Others">What other audiences got; only for the owner's organisation and coordinators.</param>
/// <param name="Code">Stable code of the sentence, for other languages.</param>
/// <param name="Coarse">What coarse values look like.</param>
/// <param name="Decisions">What coordinators decided; only for the owner's organisation and coordinators.</param>
public sealed record Explanation(
    string Item,
    string? Audience,
    string Sentence,
    IReadOnlyList<ShownClass>? Shown,
    IReadOnlyList<Reason>? Because,
    IReadOnlyList<AudienceState>? Others,
    string? Code = null,
    IReadOnlyList<SentenceWithCode>? Coarse = null,
    IReadOnlyList<ReviewDecision>? Decisions = null);

/// <summary>How much of a class of field is shown: <c>none</c>, <c>coarse</c> or <c>full</c>.</summary>
public sealed record ShownClass(string FieldClass, string Grain);

/// <summary>A rule that decided, and what it says.</summary>
public sealed record Reason(string Rule, string Sentence, string? Code = null);

/// <summary>What another audience got, and why.</summary>
/// <param name="Since">Since when it waits, or when it was returned.</param>
/// <param name="Reason">Why it was returned.</param>
public sealed record AudienceState(
    string Audience, string State, string? Sentence, string? Code = null, DateTimeOffset? Since = null, string? Reason = null);

/// <summary>A sentence with a stable code, for other languages.</summary>
public sealed record SentenceWithCode(string Code, string Sentence);

/// <summary>A coordinator's decision about an item: <c>released</c> or <c>returned</c>.</summary>
/// <param name="By">Who decided; only on the own side.</param>
/// <param name="Views">What was proposed and what went, where they differ.</param>
public sealed record ReviewDecision(
    string Audience, string State, DateTimeOffset At, string? By, string? Reason, bool Edited, IReadOnlyList<EditedView>? Views);

/// <summary>Fields as they were proposed and as they went.</summary>
public sealed record EditedView(IReadOnlyDictionary<string, JsonElement> Proposed, IReadOnlyDictionary<string, JsonElement>? Released);

/// <summary>What an audience gets of an item, as far as the coordinator who asks holds it.</summary>
/// <param name="Outcome"><c>shown</c>, <c>review</c> or <c>withheld</c>.</param>
/// <param name="Now">What they hold.</param>
/// <param name="AfterReview">What they would hold after a release; null when nothing waits.</param>
public sealed record TestedView(
    string Audience,
    string? Label,
    string Posture,
    string Outcome,
    string Sentence,
    string? Code,
    IReadOnlyDictionary<string, JsonElement>? Now,
    IReadOnlyDictionary<string, JsonElement>? AfterReview,
    IReadOnlyList<Reason>? Because);
