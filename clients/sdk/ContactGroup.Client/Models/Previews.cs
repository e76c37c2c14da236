using System.Text.Json;

namespace ContactGroup.Client;

/// <summary>A draft to be judged without posting it.</summary>
/// <param name="Kind"><c>message</c>, <c>incident</c>, <c>access-constraint</c>, <c>movement</c>, <c>site</c> or <c>advisory</c>.</param>
/// <param name="Content">The fields, as they would be posted.</param>
public sealed record PreviewDraft(
    string Channel,
    string Kind,
    object Content,
    string? Sensitivity = null,
    IReadOnlyList<string>? ReleaseTo = null,
    IReadOnlyList<string>? Caveats = null);

/// <summary>What each audience would get of a draft.</summary>
/// <param name="Fingerprint">Of the audience shown; send it with the draft, so that it goes no further unnoticed.</param>
/// <param name="Findings">What in its texts makes a coordinator look first, or keeps it from being accepted.</param>
/// <param name="Warnings">What to look at once more, such as a position; holds nothing up.</param>
public sealed record Preview(IReadOnlyList<AudiencePreview> Views, string? Fingerprint, IReadOnlyList<TextFinding>? Findings = null, IReadOnlyList<PositionWarning>? Warnings = null);

/// <summary>A place in a text of the draft: <c>coordinate</c>, <c>grid-reference</c>, <c>road-marker</c>, <c>phone</c>, <c>email</c>, <c>plate</c>, <c>handling</c> or <c>classified</c>.</summary>
/// <param name="Start">Index of its first UTF-16 unit.</param>
/// <param name="Length">In UTF-16 units.</param>
/// <param name="File">Name of the attached file that holds it; then there is no place. Absent when it is in the field itself.</param>
public sealed record TextFinding(string Field, string Kind, int Start, int Length, string? Sentence, string? File = null);

/// <summary>The audience of now, when it is wider than was shown.</summary>
/// <param name="Views">As in a preview, without content.</param>
/// <param name="Fingerprint">To send when the person confirms it.</param>
public sealed record WiderAudience(IReadOnlyList<AudiencePreview> Views, string Fingerprint);

/// <summary>What one audience would get: <c>shown</c>, <c>review</c> (a coordinator decides first) or <c>withheld</c>.</summary>
public sealed record AudiencePreview(string Audience, string? Label, string Outcome, string? Sentence, PreviewView? View);

/// <summary>The fields that an audience would see.</summary>
public sealed record PreviewView(IReadOnlyDictionary<string, JsonElement> Fields);

/// <summary>An item that waits for a coordinator's decision towards one audience.</summary>
/// <param name="Original">As posted.</param>
/// <param name="Proposed">As the audience would get it: the first view, when there are several.</param>
/// <param name="Shown">Stands for all of the views; a release that names it is of what was looked at.</param>
/// <param name="Views">Every distinct view with who would get it.</param>
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
    IReadOnlyDictionary<string, JsonElement>? Proposed,
    string Shown,
    IReadOnlyList<ReviewView>? Views = null);

/// <summary>One view of a review and who would get it.</summary>
public sealed record ReviewView(IReadOnlyList<string> Audiences, IReadOnlyDictionary<string, JsonElement> Fields);

/// <summary>What a coordinator changes of one field before releasing it. Use <see cref="LeaveOut"/>, <see cref="Coarser"/> or <see cref="Reworded"/>.</summary>
public sealed record FieldChange
{
    private FieldChange()
    {
    }

    /// <summary>True to leave the field out.</summary>
    public bool? Omit { get; private init; }

    /// <summary><c>coarse</c> to show its coarse form.</summary>
    public string? Grain { get; private init; }

    /// <summary>The text to show instead.</summary>
    public string? Text { get; private init; }

    /// <summary>Leaves the field out.</summary>
    public static FieldChange LeaveOut { get; } = new() { Omit = true };

    /// <summary>Shows its coarse form.</summary>
    public static FieldChange Coarser { get; } = new() { Grain = "coarse" };

    /// <summary>Shows another text.</summary>
    public static FieldChange Reworded(string text) => new() { Text = text };
}
