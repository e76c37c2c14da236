using System.Text.Json.Serialization;

namespace ContactGroup.Client;

/// <summary>
/// A movement to be notified. Codes are those of <see cref="ContactGroupClient.GetCodeListsAsync"/>. A named force gets route, window, vehicles, mode, call
/// contact, country, category and state, exactly; the rest stays on the own side.
/// </summary>
public sealed record MovementNotification
{
    /// <summary>A preview's fingerprint, as in <see cref="MessageDraft.AudienceShown"/>.</summary>
    [JsonIgnore]
    public string? AudienceShown { get; init; }

    /// <summary><c>STANDARD</c> or <c>EMERGENCY</c>.</summary>
    public required string Category { get; init; }

    /// <summary>Code list <c>movement-mode</c>, e.g. <c>ROAD</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>The movement does not begin before.</summary>
    public required DateTimeOffset WindowStart { get; init; }

    /// <summary>The movement is over by then.</summary>
    public required DateTimeOffset WindowEnd { get; init; }

    /// <summary>In the order of travel, 2 to 100.</summary>
    public required IReadOnlyList<RouteStop> Route { get; init; }

    /// <summary>How the route runs between the stops: from the first to the last, past each of them within 5 km. Those who are named get it.</summary>
    public RouteLine? RouteGeometry { get; init; }

    /// <summary>Other ways that may be taken, up to three, from the first stop to the last. Those who are named get them.</summary>
    public IReadOnlyList<RouteLine>? AlternateRoutes { get; init; }

    /// <summary>Whom to call during the movement.</summary>
    public required CallContact CallContact { get; init; }

    /// <summary>Who travels along and answers when the call contact does not; for the own side.</summary>
    public CallContact? AlternateContact { get; init; }

    /// <summary>Who does not travel along and is on call as long as the movement lasts; for the own side.</summary>
    public CallContact? FocalPoint { get; init; }

    /// <summary>Up to 200.</summary>
    public IReadOnlyList<NotifiedVehicle>? Vehicles { get; init; }

    /// <summary>Forces and police to be told, each with a consent of its own. Nobody else of another side gets it.</summary>
    public IReadOnlyList<MovementRecipient>? Recipients { get; init; }

    /// <summary>ISO 3166-1 alpha-3.</summary>
    public string? Country { get; init; }

    /// <summary>Code list <c>movement-purpose</c>; for the own side.</summary>
    public string? Purpose { get; init; }

    /// <summary>Code list <c>movement-escort</c>, e.g. <c>ARMED_ESCORT</c>; for the own side. Absent is none.</summary>
    public string? Escort { get; init; }

    /// <summary>Why nothing but armed protection serves; needed with <c>ARMED_ESCORT</c> and <c>AREA_SECURITY</c>, and with nothing else. For the own side, up to 4,000 characters.</summary>
    public string? EscortJustification { get; init; }

    /// <summary>Whether the way leads across a front line, or into an area that somebody else controls; for the own side.</summary>
    public bool? FrontLineCrossing { get; init; }

    /// <summary>Who controls which leg of the way; for the own side, up to 4,000 characters.</summary>
    public string? PartiesOnRoute { get; init; }

    /// <summary>Code list <c>communication-means</c>, each once; <c>NONE</c> alone. For the own side: means by which a convoy is reached are means by which it is found.</summary>
    public IReadOnlyList<string>? Communications { get; init; }

    /// <summary>How they are called on the radio; for the own side, up to 120 characters. <see cref="CallContact"/> has the one that those who are named get.</summary>
    public string? RadioCallSign { get; init; }

    /// <summary>Code list <c>cargo-category</c>, each once; <c>NONE</c> alone. For the own side.</summary>
    public IReadOnlyList<string>? Cargo { get; init; }

    /// <summary>Weight of the cargo in metric tonnes, to the kilogram; for the own side.</summary>
    public double? CargoTonnes { get; init; }

    /// <summary>Volume of the cargo in cubic metres; for the own side.</summary>
    public double? CargoCubicMetres { get; init; }

    /// <summary>Whether there are dangerous goods among the cargo; for the own side.</summary>
    public bool? DangerousGoods { get; init; }

    /// <summary>Reference of the waybill; for the own side, up to 120 characters.</summary>
    public string? Waybill { get; init; }

    /// <summary>How many travel for the humanitarian organisations; for the own side. Absent, it is the sum of those of whom they consist; given, it is no less.</summary>
    public int? Staff { get; init; }

    /// <summary>How many of them are international staff; for the own side.</summary>
    public int? InternationalStaff { get; init; }

    /// <summary>How many of them are national staff; for the own side.</summary>
    public int? NationalStaff { get; init; }

    /// <summary>How many of them are drivers; for the own side.</summary>
    public int? Drivers { get; init; }

    /// <summary>How many of them are contractors; for the own side.</summary>
    public int? Contractors { get; init; }

    /// <summary>How many people are evacuated; for the own side.</summary>
    public int? Evacuees { get; init; }

    /// <summary>For the own side, up to 4,000 characters.</summary>
    public string? Notes { get; init; }

    /// <summary>Why it comes later than the lead time asks; needed then.</summary>
    public string? LateReason { get; init; }
}

/// <summary>A place on the way in decimal degrees (WGS 84).</summary>
/// <param name="Type">Code list <c>waypoint-type</c>, e.g. <c>ORIGIN</c>.</param>
/// <param name="Lat">North, -90 to 90.</param>
/// <param name="Lon">East, -180 to 180.</param>
/// <param name="At">When it is expected there, or from when.</param>
/// <param name="Until">Until when it is expected there, after <paramref name="At"/>; whoever is not heard of half an hour after it is overdue.</param>
public sealed record RouteStop(string Type, double Lat, double Lon, string? Name = null, DateTimeOffset? At = null, DateTimeOffset? Until = null);

/// <summary>A line as GeoJSON has it.</summary>
/// <param name="Coordinates">2 to 500 positions along it, 1,000 at most of every line of a movement together, each longitude first, then latitude, in decimal degrees (WGS 84).</param>
public sealed record RouteLine(IReadOnlyList<IReadOnlyList<double>> Coordinates)
{
    /// <summary><c>LineString</c>.</summary>
    public string Type { get; } = "LineString";
}

/// <summary>A vehicle by what one sees of it.</summary>
/// <param name="Type">Code list <c>vehicle-type</c>, e.g. <c>AMBULANCE</c>.</param>
public sealed record NotifiedVehicle(string Type, string? Plate = null, string? Colour = null, string? Marking = null);

/// <summary>Whom to call during a movement.</summary>
public sealed record CallContact(string Name, string Phone, string? CallSign = null);

/// <summary>An audience to be told, such as <c>military:northern-force</c>, and that the own organisation consents to telling it.</summary>
public sealed record MovementRecipient(string Audience, bool Consent);

/// <summary>The server has taken a notification in, or a later version of it.</summary>
/// <param name="Item">26 characters, random.</param>
/// <param name="Reference">For people, e.g. <c>HNM-7K3M-Q2XD</c>.</param>
/// <param name="Version">From 1.</param>
/// <param name="Late">It came later than the lead time asks, and is marked so.</param>
/// <param name="Warnings">Who is not told yet, and positions to look at once more; they held nothing up.</param>
/// <param name="Existing">The record was there already, so nothing was added.</param>
public sealed record MovementReceipt(string Item, string? Reference, int Version, bool Late = false, IReadOnlyList<PositionWarning>? Warnings = null, bool Existing = false);

/// <summary>Something about a position that may be a mistake.</summary>
/// <param name="Field">E.g. <c>route[1]</c>, counted from zero.</param>
public sealed record PositionWarning(string Field, string Text);

/// <summary>The server has noted that a cell received a version.</summary>
/// <param name="Version">The version that was acknowledged.</param>
public sealed record MovementConfirmation(string Item, int Version, DateTimeOffset AcknowledgedAt);
