using System.Text.Json;

namespace ContactGroup.Client;

/// <summary>What the caller may see of a message or an incident report.</summary>
/// <param name="Kind"><c>message</c> or <c>incident</c>.</param>
/// <param name="Revision">Changes when what the caller may see changes, and only then.</param>
/// <param name="Fields">Only what may be seen. A coarse value has the member <c>coarse</c>.</param>
/// <param name="Releases">How far the item has gone; only for the author's organisation.</param>
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
    bool Exercise);

/// <summary>How an item is marked.</summary>
/// <param name="Policy">Name and version of the policy that decided, e.g. <c>humanitarian-space@1</c>.</param>
public sealed record Marking(string? Sensitivity, IReadOnlyList<string>? Caveats, string? Policy);

/// <summary>How far an item has gone towards one audience: <c>released</c>, <c>in-review</c>, <c>returned</c> or <c>withheld</c>.</summary>
public sealed record AudienceRelease(string Audience, string State, string? Reason);

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
    string? After = null);

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
public sealed record Explanation(
    string Item,
    string? Audience,
    string Sentence,
    IReadOnlyList<ShownClass>? Shown,
    IReadOnlyList<Reason>? Because,
    IReadOnlyList<AudienceState>? Others);

/// <summary>How much of a class of field is shown: <c>none</c>, <c>coarse</c> or <c>full</c>.</summary>
public sealed record ShownClass(string FieldClass, string Grain);

/// <summary>A rule that decided, and what it says.</summary>
public sealed record Reason(string Rule, string Sentence);

/// <summary>What another audience got, and why.</summary>
public sealed record AudienceState(string Audience, string State, string? Sentence);
