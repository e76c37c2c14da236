using System.Text.Json.Nodes;
using static ContactGroup.Contracts.Movements.Templates.TemplateColumn;

namespace ContactGroup.Contracts.Movements.Templates;

/// <summary>
/// Movements as a table. Each has one row that says what and when, one for each stop in the order of travel, and one for each vehicle; its id stands in all of them.
/// </summary>
public static class MovementTemplate
{
    /// <summary>The column that says what a row is.</summary>
    public const string Row = "row";

    /// <summary>A row that says what and when.</summary>
    public const string Movement = "MOVEMENT";

    /// <summary>A row of a stop.</summary>
    public const string Stop = "STOP";

    /// <summary>A row of a vehicle.</summary>
    public const string Vehicle = "VEHICLE";

    /// <summary>The field that the stops become.</summary>
    public const string Route = "route";

    /// <summary>The field that the vehicles become.</summary>
    public const string Vehicles = "vehicles";

    /// <summary>Columns of a movement's own row.</summary>
    public static IReadOnlyList<TemplateColumn> OfMovement { get; } =
    [
        Text("category").Needed, Text("mode").Needed, Text("purpose"), Instant("windowStart").Needed, Until("windowEnd").Needed, Text("country"),
        Text("contactName", "callContact.name").Needed, Text("contactPhone", "callContact.phone").Needed, Text("contactCallSign", "callContact.callSign"), Count("staff"),
        Count("internationalStaff"), Count("nationalStaff"), Count("drivers"), Count("contractors"), Count("evacuees"), Text("notes"), Text("lateReason"), Text("escort"), Text("escortJustification"), Line("routeGeometry"),
        Lines("alternateRoutes"), Text("alternateContactName", "alternateContact.name"), Text("alternateContactPhone", "alternateContact.phone"),
        Text("alternateContactCallSign", "alternateContact.callSign"), Text("focalPointName", "focalPoint.name"), Text("focalPointPhone", "focalPoint.phone"),
        Text("focalPointCallSign", "focalPoint.callSign"), Listed("communications"), Text("radioCallSign"), Listed("cargo"), Number("cargoTonnes"),
        Number("cargoCubicMetres"), Flag("dangerousGoods"), Text("waybill"), Flag("frontLineCrossing"), Text("partiesOnRoute"),
    ];

    /// <summary>Columns of the row of a stop.</summary>
    public static IReadOnlyList<TemplateColumn> OfStop { get; } =
    [
        Text("stopType", "type").Needed, Text("stopName", "name"), Degrees("lat", "lat", "35.12345").Needed, Degrees("lon", "lon", "39.51234").Needed, Instant("at"),
        Until("until"),
    ];

    /// <summary>Columns of the row of a vehicle.</summary>
    public static IReadOnlyList<TemplateColumn> OfVehicle { get; } = [Text("vehicleType", "type").Needed, Text("plate"), Text("colour"), Text("marking")];

    /// <summary>Names of all columns.</summary>
    public static IReadOnlyList<string> Header { get; } =
        [TemplateNames.Id, Row, .. OfMovement.Concat(OfStop).Concat(OfVehicle).Select(column => column.Name), TemplateNames.Tell, TemplateNames.About];

    /// <summary>The columns of a row; null when there is no such row.</summary>
    public static IReadOnlyList<TemplateColumn>? ColumnsOf(string row) => row switch
    {
        Movement => OfMovement,
        Stop => OfStop,
        Vehicle => OfVehicle,
        _ => null,
    };

    /// <summary>The rows of a movement.</summary>
    /// <param name="id">What it is called.</param>
    /// <param name="fields">All of its fields.</param>
    /// <param name="about">For people.</param>
    public static IEnumerable<IReadOnlyList<string>> RowsOf(string id, JsonObject fields, string about) =>
    [
        Cells(id, Movement, fields, TemplateNames.ToldOf(fields), about),
        .. Each(fields, Route).Select(stop => Cells(id, Stop, stop)),
        .. Each(fields, Vehicles).Select(vehicle => Cells(id, Vehicle, vehicle)),
    ];

    private static IEnumerable<JsonObject> Each(JsonObject fields, string field) => (fields[field] as JsonArray ?? []).OfType<JsonObject>();

    private static string[] Cells(string id, string row, JsonObject fields, string told = "", string about = "") =>
    [
        id,
        row,
        .. Filled(Movement, row, fields),
        .. Filled(Stop, row, fields),
        .. Filled(Vehicle, row, fields),
        told,
        about,
    ];

    private static IEnumerable<string> Filled(string kind, string row, JsonObject fields) =>
        ColumnsOf(kind)!.Select(column => kind == row ? column.CellOf(fields) : string.Empty);
}
