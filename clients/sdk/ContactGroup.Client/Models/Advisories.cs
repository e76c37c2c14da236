using System.Text.Json.Serialization;

namespace ContactGroup.Client;

/// <summary>
/// An advisory to the humanitarian side. Codes are those of <see cref="ContactGroupClient.GetCodeListsAsync"/>. The humanitarian side gets all of it but
/// <see cref="Unit"/>, <see cref="Operation"/> and <see cref="Source"/>, which stay with the own force.
/// </summary>
public sealed record AdvisoryDraft
{
    /// <summary>A preview's fingerprint, as in <see cref="MessageDraft.AudienceShown"/>.</summary>
    [JsonIgnore]
    public string? AudienceShown { get; init; }

    /// <summary>Code list <c>advisory-type</c>, e.g. <c>CLOSURE</c>.</summary>
    public required string AdvisoryType { get; init; }

    /// <summary>Code list <c>cap-severity</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>Code list <c>cap-urgency</c>.</summary>
    public required string Urgency { get; init; }

    /// <summary>Code list <c>cap-certainty</c>.</summary>
    public required string Certainty { get; init; }

    /// <summary>It counts from then on.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>Until when it counts and is shown to others.</summary>
    public required DateTimeOffset ValidUntil { get; init; }

    /// <summary>ISO 3166-1 alpha-3.</summary>
    public required string Country { get; init; }

    /// <summary>What the humanitarian side is to know, up to 2,000 characters.</summary>
    public required string Summary { get; init; }

    /// <summary>Code list <c>route-status</c>; needed for <c>ROUTE_STATUS</c>.</summary>
    public string? RouteStatus { get; init; }

    /// <summary>Code list <c>advice</c>, e.g. <c>AVOID_AREA</c>.</summary>
    public string? AdviceToOthers { get; init; }

    /// <summary>Name of the first administrative level.</summary>
    public string? Admin1 { get; init; }

    /// <summary>Its P-code.</summary>
    public string? Admin1Pcode { get; init; }

    /// <summary>Name of the second administrative level.</summary>
    public string? Admin2 { get; init; }

    /// <summary>Its P-code.</summary>
    public string? Admin2Pcode { get; init; }

    /// <summary>Name of the place.</summary>
    public string? Place { get; init; }

    /// <summary>Where it is.</summary>
    public MapPosition? Position { get; init; }

    /// <summary>How far around the position it counts, in metres.</summary>
    public int? Radius { get; init; }

    /// <summary>Corners of the area in order, 3 to 50.</summary>
    public IReadOnlyList<MapPosition>? Outline { get; init; }

    /// <summary>Whom to call about it.</summary>
    public CallContact? CallContact { get; init; }

    /// <summary>For the own force alone.</summary>
    public string? Unit { get; init; }

    /// <summary>For the own force alone.</summary>
    public string? Operation { get; init; }

    /// <summary>For the own force alone.</summary>
    public string? Source { get; init; }
}

/// <summary>A position in decimal degrees (WGS 84).</summary>
/// <param name="Lat">North, -90 to 90.</param>
/// <param name="Lon">East, -180 to 180.</param>
public sealed record MapPosition(double Lat, double Lon);
