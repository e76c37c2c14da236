using System.Text.Json;

namespace ContactGroup.Client;

/// <summary>A draft to be judged without posting it.</summary>
/// <param name="Kind"><c>message</c> or <c>incident</c>.</param>
/// <param name="Content">The fields, as they would be posted.</param>
public sealed record PreviewDraft(
    string Channel,
    string Kind,
    object Content,
    string? Sensitivity = null,
    IReadOnlyList<string>? ReleaseTo = null,
    IReadOnlyList<string>? Caveats = null);

/// <summary>What each audience would get of a draft.</summary>
public sealed record Preview(IReadOnlyList<AudiencePreview> Views, string? Fingerprint);

/// <summary>What one audience would get: <c>shown</c>, <c>review</c> (a coordinator decides first) or <c>withheld</c>.</summary>
public sealed record AudiencePreview(string Audience, string? Label, string Outcome, string? Sentence, PreviewView? View);

/// <summary>The fields that an audience would see.</summary>
public sealed record PreviewView(IReadOnlyDictionary<string, JsonElement> Fields);

/// <summary>An item that waits for a coordinator's decision towards one audience.</summary>
/// <param name="Original">As posted.</param>
/// <param name="Proposed">As the audience would get it.</param>
public sealed record Review(
    [property: System.Text.Json.Serialization.JsonPropertyName("review")] string Id,
    string Item,
    string? Reference,
    string Kind,
    string Channel,
    string Audience,
    string? Reason,
    DateTimeOffset OpenedAt,
    IReadOnlyDictionary<string, JsonElement>? Original,
    IReadOnlyDictionary<string, JsonElement>? Proposed);
