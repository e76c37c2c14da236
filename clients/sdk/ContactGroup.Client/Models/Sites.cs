using System.Text.Json.Serialization;

namespace ContactGroup.Client;

/// <summary>
/// A site to be notified. Codes are those of <see cref="ContactGroupClient.GetCodeListsAsync"/>. A named force gets type, names, place, position, footprint,
/// validity, markings, call contact and state, exactly; the rest stays on the own side.
/// </summary>
public sealed record SiteNotification
{
    /// <summary>A preview's fingerprint, as in <see cref="MessageDraft.AudienceShown"/>.</summary>
    [JsonIgnore]
    public string? AudienceShown { get; init; }

    /// <summary>Code list <c>site-type</c>, e.g. <c>HOSPITAL</c>.</summary>
    public required string SiteType { get; init; }

    /// <summary>Up to 120 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The name in the script of the place.</summary>
    public string? LocalName { get; init; }

    /// <summary>ISO 3166-1 alpha-3.</summary>
    public required string Country { get; init; }

    /// <summary>Governorate or province.</summary>
    public string? Admin1 { get; init; }

    /// <summary>Its P-code.</summary>
    public string? Admin1Pcode { get; init; }

    /// <summary>District.</summary>
    public string? Admin2 { get; init; }

    /// <summary>Its P-code.</summary>
    public string? Admin2Pcode { get; init; }

    /// <summary>Where it is.</summary>
    public required SitePosition Position { get; init; }

    /// <summary>Code list <c>coordinate-method</c>, e.g. <c>GPS_ON_SITE</c>.</summary>
    public required string CoordinateMethod { get; init; }

    /// <summary>How far the position may be off, in metres, 1 to 10,000.</summary>
    public required int Accuracy { get; init; }

    /// <summary>Corners of its outline, 3 to 50, in the order in which one walks around it.</summary>
    public IReadOnlyList<SitePosition>? Footprint { get; init; }

    /// <summary>When it began or begins.</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>When it ends, if that is known.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>How many.</summary>
    public int? Buildings { get; init; }

    /// <summary>What one sees of it from above.</summary>
    public string? RoofMarking { get; init; }

    /// <summary>Whom to call about it.</summary>
    public required CallContact CallContact { get; init; }

    /// <summary>Code list <c>site-relation</c>, e.g. <c>OPERATES</c>; for the own side.</summary>
    public required string Relation { get; init; }

    /// <summary>What it is for; for the own side, up to 1,000 characters.</summary>
    public string? Function { get; init; }

    /// <summary>For the own side, up to 4,000 characters.</summary>
    public string? Notes { get; init; }

    /// <summary>How many of the staff work there; for the own side.</summary>
    public int? Staff { get; init; }

    /// <summary>How many people are there beside; for the own side.</summary>
    public int? Occupants { get; init; }

    /// <summary>Forces and police to be told, each with a consent of its own. Nobody else of another side gets it.</summary>
    public IReadOnlyList<MovementRecipient>? Recipients { get; init; }
}

/// <summary>A position in decimal degrees (WGS 84).</summary>
/// <param name="Lat">North, -90 to 90.</param>
/// <param name="Lon">East, -180 to 180.</param>
public sealed record SitePosition(double Lat, double Lon);
