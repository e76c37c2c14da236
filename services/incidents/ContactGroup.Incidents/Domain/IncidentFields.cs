using System.Text.Json.Serialization;
using ContactGroup.Hosting.Items;

namespace ContactGroup.Incidents.Domain;

/// <summary>
/// What a reporter may say about an incident, as it comes in: nothing here is trusted yet. Every property is a field of the incident schema by the
/// same name; absent means not said. Instants are text, so that an impossible date is told by its field. Source: domain analysis, union of INSO, AWSD,
/// SiND and GISF reports.
/// </summary>
internal abstract record IncidentFields
{
    public string? Category { get; init; }

    public string? SubCategory { get; init; }

    public string? Hazard { get; init; }

    public bool? NearMiss { get; init; }

    public string? Title { get; init; }

    [JsonConverter(typeof(DigitCode))]
    public string? Severity { get; init; }

    /// <summary>A day (<c>2026-03-01</c>) or an instant with its offset (<c>2026-03-01T14:30:00+03:00</c>).</summary>
    public string? OccurredAt { get; init; }

    public string? OccurredUntil { get; init; }

    [JsonConverter(typeof(DigitCode))]
    public string? TimePrecision { get; init; }

    public string? Country { get; init; }

    public string? Admin1 { get; init; }

    public string? Admin1Pcode { get; init; }

    public string? Admin2 { get; init; }

    public string? Admin2Pcode { get; init; }

    public string? Admin3 { get; init; }

    public string? Admin3Pcode { get; init; }

    public string? Place { get; init; }

    public Position? Position { get; init; }

    [JsonConverter(typeof(DigitCode))]
    public string? GeoPrecision { get; init; }

    public string? LocationType { get; init; }

    public bool? AffectsMovement { get; init; }

    public string? AdviceToOthers { get; init; }

    public bool? HazardOngoing { get; init; }

    public string? ValidUntil { get; init; }

    public string? Summary { get; init; }

    public string? NarrativeRestricted { get; init; }

    public string? ActionsTaken { get; init; }

    public string? SupportRequested { get; init; }

    public string? ActorType { get; init; }

    public string? ActorName { get; init; }

    public string? WasTargeted { get; init; }

    public string? Means { get; init; }

    public IReadOnlyList<string>? Weapons { get; init; }

    public string? Context { get; init; }

    public string? Motive { get; init; }

    public string? TargetType { get; init; }

    public IReadOnlyList<string>? OrganisationTypes { get; init; }

    public string? OrganisationAffected { get; init; }

    public string? ProgrammeFocus { get; init; }

    /// <summary>Numbers of people by harm and split: <c>killed</c>, <c>killedNational</c>, <c>killedFemale</c>. See <see cref="Impact"/>.</summary>
    public IReadOnlyDictionary<string, double>? Impact { get; init; }

    public string? Outcome { get; init; }

    public string? AssetDamage { get; init; }

    public string? Loss { get; init; }

    public string? DeliveryImpact { get; init; }

    public string? LinkedNotification { get; init; }

    public string? SourceType { get; init; }

    public string? SourceReliability { get; init; }

    [JsonConverter(typeof(DigitCode))]
    public string? Credibility { get; init; }

    public string? ContactName { get; init; }

    public string? ContactDetails { get; init; }

    public string? ReportedAt { get; init; }

    public bool? ConsentToShare { get; init; }

    public bool? LegalHold { get; init; }

    /// <summary>Ids of uploads, and of files that the report has; a report has exactly these afterwards.</summary>
    public IReadOnlyList<string>? Attachments { get; init; }
}
