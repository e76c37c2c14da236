using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContactGroup.Client;

/// <summary>
/// A notice of an access constraint to be raised. Codes are those of <see cref="ContactGroupClient.GetCodeListsAsync"/>. Without a label it is moderate and for the
/// own side alone; a force gets type, area, severity, days and the reviewed summary at most.
/// </summary>
public sealed record AccessNotice
{
    /// <summary>A preview's fingerprint, as in <see cref="MessageDraft.AudienceShown"/>.</summary>
    [JsonIgnore]
    public string? AudienceShown { get; init; }

    /// <summary>Code list <c>access-constraint-type</c>, <c>AC1</c> to <c>AC9</c>.</summary>
    public required string ConstraintType { get; init; }

    /// <summary>Code list <c>access-severity</c>: 1 accessible, 2 limited, 3 hard to reach, 4 inaccessible.</summary>
    public required int Severity { get; init; }

    /// <summary>ISO 3166-1 alpha-3.</summary>
    public required string Country { get; init; }

    /// <summary>A day (<c>2026-03-01</c>) or an instant with its offset (<c>2026-03-01T14:30:00+03:00</c>).</summary>
    public required string StartedAt { get; init; }

    /// <summary>One line, for the own side; needed without a description.</summary>
    public string? Title { get; init; }

    /// <summary>What is the matter, for the own side, up to 8,000 characters; needed without a title.</summary>
    public string? Description { get; init; }

    /// <summary>When it is expected to end, as <see cref="StartedAt"/>.</summary>
    public string? ExpectedEnd { get; init; }

    /// <summary>Code list <c>access-impediment</c>.</summary>
    public string? Impediment { get; init; }

    /// <summary>Name of the administrative area below the country.</summary>
    public string? Admin1 { get; init; }

    /// <summary>Its P-code.</summary>
    public string? Admin1Pcode { get; init; }

    /// <summary>Name of the administrative area below that.</summary>
    public string? Admin2 { get; init; }

    /// <summary>Its P-code.</summary>
    public string? Admin2Pcode { get; init; }

    /// <summary>Name of the place; for the own side.</summary>
    public string? Place { get; init; }

    /// <summary>Where exactly; for the own side.</summary>
    public GeoPosition? Position { get; init; }

    /// <summary>Text written to be released to other sides after review, up to 2,000 characters.</summary>
    public string? Summary { get; init; }

    /// <summary>How far talks about it came. Never leaves the humanitarian side.</summary>
    public string? Negotiation { get; init; }

    /// <summary>Who follows it up.</summary>
    public string? FollowUpOwner { get; init; }

    /// <summary>Until when, as <see cref="StartedAt"/>.</summary>
    public string? FollowUpBy { get; init; }

    /// <summary>Id of an incident behind it; one that the author holds.</summary>
    public string? LinkedIncident { get; init; }

    /// <summary>Id of a movement or a site that it hinders; one that the author holds.</summary>
    public string? LinkedNotification { get; init; }

    /// <summary><c>low</c>, <c>moderate</c> (when absent), <c>high</c> or <c>severe</c>.</summary>
    public string? Sensitivity { get; init; }

    /// <summary>Who it may go to; see <see cref="MessageDraft"/>.</summary>
    public IReadOnlyList<string>? ReleaseTo { get; init; }

    /// <summary>E.g. <c>exercise</c>.</summary>
    public IReadOnlyList<string>? Caveats { get; init; }

    /// <summary>Any other field, by its name in the API.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? More { get; init; }
}

/// <summary>How many access constraints began where and when. Figures are fixed once a day; none is smaller than the minimum.</summary>
/// <param name="Country">ISO 3166-1 alpha-3.</param>
/// <param name="From">First month, e.g. <c>2026-09</c>.</param>
/// <param name="To">Last month.</param>
/// <param name="PublishedAt">As of when.</param>
/// <param name="Minimum">Smallest count that is shown; fewer are put together as other areas, or left out.</param>
/// <param name="Cells">Figures of what is no exercise.</param>
/// <param name="Exercise">Figures of exercises.</param>
public sealed record AccessOverview(
    string Country, string From, string To, DateTimeOffset PublishedAt, int Minimum, IReadOnlyList<AccessCell> Cells, IReadOnlyList<AccessCell> Exercise);

/// <summary>One figure of the overview.</summary>
/// <param name="Admin1">P-code or name of the area; null for other areas together.</param>
/// <param name="Month">E.g. <c>2026-09</c>.</param>
/// <param name="ConstraintType">Code list <c>access-constraint-type</c>.</param>
/// <param name="Count">How many notices.</param>
/// <param name="HighestSeverity">Band of the highest severity among them: <c>1-2</c> or <c>3-4</c>.</param>
public sealed record AccessCell(string? Admin1, string Month, string ConstraintType, long Count, string HighestSeverity);
