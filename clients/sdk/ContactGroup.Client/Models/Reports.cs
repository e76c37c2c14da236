using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContactGroup.Client;

/// <summary>
/// A security incident to be reported. Codes are those of <see cref="ContactGroupClient.GetCodeListsAsync"/>; what a field discloses, and so who gets it,
/// is decided by the server. <see cref="More"/> takes any other field of the API.
/// </summary>
public sealed record IncidentReport
{
    /// <summary><c>IMMEDIATE</c>, <c>UPDATE</c> or <c>POST_INCIDENT</c>.</summary>
    public string? Stage { get; init; }

    /// <summary>Code list <c>incidentCategory</c>.</summary>
    public required string Category { get; init; }

    /// <summary>One line, written by the reporter.</summary>
    public string? Title { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>Nobody was harmed and nothing lost, but might have been.</summary>
    public bool? NearMiss { get; init; }

    /// <summary>Where it happened.</summary>
    public IncidentLocation? Location { get; init; }

    /// <summary>1 minor, 2 moderate, 3 serious, 4 critical.</summary>
    public int? Severity { get; init; }

    /// <summary>Who was harmed, in numbers.</summary>
    public IncidentImpact? Impact { get; init; }

    /// <summary>What others should do; code list <c>adviceToOthers</c>.</summary>
    public string? AdviceToOthers { get; init; }

    /// <summary>Text written to be released to other sides after review. Never a copy of the narrative.</summary>
    public string? Summary { get; init; }

    /// <summary>What happened, for the reporter's own side.</summary>
    public string? NarrativeRestricted { get; init; }

    /// <summary><c>low</c>, <c>moderate</c>, <c>high</c> or <c>severe</c>.</summary>
    public string? Sensitivity { get; init; }

    /// <summary>Who it may go to; see <see cref="MessageDraft.ReleaseTo"/>.</summary>
    public IReadOnlyList<string>? ReleaseTo { get; init; }

    /// <summary>E.g. <c>exercise</c>.</summary>
    public IReadOnlyList<string>? Caveats { get; init; }

    /// <summary>Where the record came from; the same reference is never taken in twice.</summary>
    public SourceReference? SourceReference { get; init; }

    /// <summary>Any other field, by its name in the API.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? More { get; init; }
}

/// <summary>Where an incident happened.</summary>
/// <param name="Country">ISO 3166-1 alpha-3.</param>
/// <param name="Lat">Degrees north, -90 to 90 (WGS 84).</param>
/// <param name="Lon">Degrees east, -180 to 180 (WGS 84).</param>
/// <param name="GeoPrecision">1 exact, 2 within 25 km, 3 district, 4 province, 5 along a road or river, 6 country.</param>
public sealed record IncidentLocation(
    string? Type = null,
    string? Name = null,
    string? Country = null,
    string? Admin1 = null,
    string? Admin1Code = null,
    string? Admin2 = null,
    string? Admin2Code = null,
    double? Lat = null,
    double? Lon = null,
    int? GeoPrecision = null);

/// <summary>Numbers of people harmed, by what happened to them.</summary>
public sealed record IncidentImpact(
    Casualties? Killed = null, Casualties? Injured = null, Casualties? Kidnapped = null, Casualties? Arrested = null);

/// <summary>A number of people, and of whom it is made up as far as known.</summary>
public sealed record Casualties(int Total, int? National = null, int? International = null, int? Female = null, int? Male = null);

/// <summary>A record in another system.</summary>
/// <param name="System">E.g. <c>awsd</c>.</param>
/// <param name="Id">As that system writes it.</param>
public sealed record SourceReference(string System, string Id);

/// <summary>A list of codes and where it comes from.</summary>
public sealed record CodeList(string? Source, IReadOnlyList<CodeLabel> Codes);

/// <summary>A code and what it means.</summary>
public sealed record CodeLabel(string Code, string Label);
