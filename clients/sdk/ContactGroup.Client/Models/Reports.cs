using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContactGroup.Client;

/// <summary>
/// A security incident to be reported. Codes are those of <see cref="ContactGroupClient.GetCodeListsAsync"/>; what a field discloses, and so who gets it,
/// is decided by the server. <see cref="More"/> takes any other field of the API by its name.
/// </summary>
public sealed record IncidentReport
{
    /// <summary>A preview's fingerprint, as in <see cref="MessageDraft.AudienceShown"/>.</summary>
    [JsonIgnore]
    public string? AudienceShown { get; init; }

    /// <summary>Code list <c>incident-category</c>.</summary>
    public required string Category { get; init; }

    /// <summary>A day (<c>2026-03-01</c>) or an instant with its offset (<c>2026-03-01T14:30:00+03:00</c>).</summary>
    public required string OccurredAt { get; init; }

    /// <summary><c>IMMEDIATE</c> (when absent), <c>UPDATE</c> or <c>POST_INCIDENT</c>.</summary>
    public string? Stage { get; init; }

    /// <summary>One line, for the reporter's own side.</summary>
    public string? Title { get; init; }

    /// <summary>Nobody was harmed and nothing lost, but might have been.</summary>
    public bool? NearMiss { get; init; }

    /// <summary>1 minor, 2 moderate, 3 serious, 4 critical; derived from the rest when absent.</summary>
    public int? Severity { get; init; }

    /// <summary>ISO 3166-1 alpha-3.</summary>
    public string? Country { get; init; }

    /// <summary>Name of the administrative area below the country.</summary>
    public string? Admin1 { get; init; }

    /// <summary>Name of the administrative area below that.</summary>
    public string? Admin2 { get; init; }

    /// <summary>Name of the place.</summary>
    public string? Place { get; init; }

    /// <summary>Where exactly.</summary>
    public GeoPosition? Position { get; init; }

    /// <summary>1 exact, 2 within 25 km, 3 district, 4 province, 5 along a road or river, 6 country.</summary>
    public int? GeoPrecision { get; init; }

    /// <summary>Numbers of people by harm and split, e.g. <c>killed</c>, <c>killedNational</c>, <c>killedFemale</c>; 0 to 10,000.</summary>
    public IReadOnlyDictionary<string, int>? Impact { get; init; }

    /// <summary>What others should do; code list <c>advice</c>.</summary>
    public string? AdviceToOthers { get; init; }

    /// <summary>Text written to be released to other sides after review, up to 2,000 characters. Never a copy of the narrative.</summary>
    public string? Summary { get; init; }

    /// <summary>What happened, for the reporter's own side, up to 20,000 characters.</summary>
    public string? NarrativeRestricted { get; init; }

    /// <summary><c>low</c>, <c>moderate</c> (when absent), <c>high</c> or <c>severe</c>.</summary>
    public string? Sensitivity { get; init; }

    /// <summary>Who it may go to; see <see cref="MessageDraft"/>.</summary>
    public IReadOnlyList<string>? ReleaseTo { get; init; }

    /// <summary>E.g. <c>exercise</c>.</summary>
    public IReadOnlyList<string>? Caveats { get; init; }

    /// <summary>Ids of complete uploads for this channel, see <see cref="ContactGroupClient.UploadAsync"/>.</summary>
    public IReadOnlyList<string>? Attachments { get; init; }

    /// <summary>Where the record came from; the same reference of the same organisation is never taken in twice.</summary>
    public SourceReference? SourceReference { get; init; }

    /// <summary>Any other field, by its name in the API.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? More { get; init; }
}

/// <summary>A position in decimal degrees (WGS 84).</summary>
/// <param name="Lat">North, -90 to 90.</param>
/// <param name="Lon">East, -180 to 180.</param>
public sealed record GeoPosition(double Lat, double Lon);

/// <summary>A record in another system.</summary>
/// <param name="System">E.g. <c>awsd</c>, up to 64 characters.</param>
/// <param name="Id">As that system writes it, up to 200 characters.</param>
public sealed record SourceReference(string System, string Id);

/// <summary>A list of codes and where it comes from.</summary>
public sealed record CodeList(string? Title, string? Source, string? Version, IReadOnlyList<CodeLabel> Codes);

/// <summary>A code and what it means.</summary>
public sealed record CodeLabel(string Code, string Label);
