namespace ContactGroup.Movements.Domain.Advisories;

/// <summary>What a person may say in an advisory. A field that is absent from an amendment stays as it was.</summary>
internal abstract record AdvisoryFields
{
    public string? AdvisoryType { get; init; }

    public string? RouteStatus { get; init; }

    public string? Severity { get; init; }

    public string? Urgency { get; init; }

    public string? Certainty { get; init; }

    public string? AdviceToOthers { get; init; }

    public DateTimeOffset? ValidFrom { get; init; }

    public DateTimeOffset? ValidUntil { get; init; }

    public string? Country { get; init; }

    public string? Admin1 { get; init; }

    public string? Admin1Pcode { get; init; }

    public string? Admin2 { get; init; }

    public string? Admin2Pcode { get; init; }

    public string? Place { get; init; }

    public GivenPoint? Position { get; init; }

    /// <summary>How far around the position it counts, in metres.</summary>
    public int? Radius { get; init; }

    /// <summary>Corners of the area in order; whether the first comes again at the end does not matter.</summary>
    public IReadOnlyList<GivenPoint>? Outline { get; init; }

    /// <summary>What the humanitarian side is to know, as it may be read by all of it.</summary>
    public string? Summary { get; init; }

    public Contact? CallContact { get; init; }

    /// <summary>For the own force alone.</summary>
    public string? Unit { get; init; }

    /// <summary>For the own force alone.</summary>
    public string? Operation { get; init; }

    /// <summary>For the own force alone.</summary>
    public string? Source { get; init; }
}
