namespace ContactGroup.Movements.Domain.Movements;

/// <summary>What a person may say of a movement. A field that is absent from an amendment stays as it was.</summary>
internal abstract record MovementFields
{
    public string? Category { get; init; }

    public string? Mode { get; init; }

    public string? Purpose { get; init; }

    public DateTimeOffset? WindowStart { get; init; }

    public DateTimeOffset? WindowEnd { get; init; }

    public string? Country { get; init; }

    public IReadOnlyList<Stop>? Route { get; init; }

    /// <summary>How the route runs between the stops.</summary>
    public GivenLine? RouteGeometry { get; init; }

    /// <summary>Other ways that may be taken instead.</summary>
    public IReadOnlyList<GivenLine>? AlternateRoutes { get; init; }

    public IReadOnlyList<Vehicle>? Vehicles { get; init; }

    public Contact? CallContact { get; init; }

    /// <summary>Who travels along and answers when the call contact does not.</summary>
    public Contact? AlternateContact { get; init; }

    /// <summary>Who does not travel along and is on call as long as the movement lasts.</summary>
    public Contact? FocalPoint { get; init; }

    public string? Escort { get; init; }

    public string? EscortJustification { get; init; }

    /// <summary>Whether the way leads across a front line, or into an area that somebody else controls.</summary>
    public bool? FrontLineCrossing { get; init; }

    /// <summary>Who controls which leg of the way.</summary>
    public string? PartiesOnRoute { get; init; }

    /// <summary>By what means they can be reached on the way, or are followed.</summary>
    public IReadOnlyList<string>? Communications { get; init; }

    public string? RadioCallSign { get; init; }

    public IReadOnlyList<string>? Cargo { get; init; }

    public double? CargoTonnes { get; init; }

    public double? CargoCubicMetres { get; init; }

    public bool? DangerousGoods { get; init; }

    public string? Waybill { get; init; }

    /// <summary>All who travel for the humanitarian organisations, evacuees aside.</summary>
    public int? Staff { get; init; }

    public int? InternationalStaff { get; init; }

    public int? NationalStaff { get; init; }

    public int? Drivers { get; init; }

    public int? Contractors { get; init; }

    public int? Evacuees { get; init; }

    public string? Notes { get; init; }

    public string? LateReason { get; init; }

    /// <summary>Every force and police that is to be told, also in an amendment: who is left out has it no longer.</summary>
    public IReadOnlyList<Recipient>? Recipients { get; init; }
}

/// <summary>A place on the way; the position is decimal degrees, WGS84. Expected at <c>At</c>, or from then to <c>Until</c>.</summary>
internal sealed record Stop(string? Type, double? Lat, double? Lon, string? Name = null, DateTimeOffset? At = null, DateTimeOffset? Until = null);

/// <summary>A vehicle of the movement.</summary>
internal sealed record Vehicle(string? Type, string? Plate = null, string? Colour = null, string? Marking = null);
