namespace ContactGroup.Movements.Domain.Sites;

/// <summary>What a person may say of a site. A field that is absent from an amendment stays as it was.</summary>
internal abstract record SiteFields
{
    public string? SiteType { get; init; }

    public string? Name { get; init; }

    public string? LocalName { get; init; }

    public string? Country { get; init; }

    public string? Admin1 { get; init; }

    public string? Admin1Pcode { get; init; }

    public string? Admin2 { get; init; }

    public string? Admin2Pcode { get; init; }

    public Corner? Position { get; init; }

    public string? CoordinateMethod { get; init; }

    /// <summary>How far the position may be off, in metres.</summary>
    public int? Accuracy { get; init; }

    /// <summary>Corners of the outline in order; whether the first comes again at the end does not matter.</summary>
    public IReadOnlyList<Corner>? Footprint { get; init; }

    public DateTimeOffset? ValidFrom { get; init; }

    public DateTimeOffset? ValidUntil { get; init; }

    public int? Buildings { get; init; }

    public string? RoofMarking { get; init; }

    public Contact? CallContact { get; init; }

    public string? Function { get; init; }

    public string? Relation { get; init; }

    public string? Notes { get; init; }

    public int? Staff { get; init; }

    public int? Occupants { get; init; }

    /// <summary>Every force and police that is to be told, also in an amendment: who is left out has it no longer.</summary>
    public IReadOnlyList<Recipient>? Recipients { get; init; }
}

/// <summary>A position in decimal degrees, WGS84.</summary>
internal sealed record Corner(double? Lat, double? Lon);
