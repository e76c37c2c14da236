using System.Globalization;
using System.Text.Json.Nodes;
using static ContactGroup.Load.Months.MonthPlaces;

namespace ContactGroup.Load.Months;

/// <summary>
/// Movements of a month, as their owner says them. Every one has its road drawn, every third one another way as well; one in 25 comes late and says why.
/// </summary>
internal sealed class MonthMovements(Draw draw, DateTimeOffset day)
{
    private const int Organisations = 30;

    private static readonly string[] Between = ["CHECKPOINT", "CHECKPOINT", "WAYPOINT", "STOP", "DELIVERY"];
    private static readonly string[] VehicleTypes = ["TRUCK_LT_10T", "TRUCK_10_20T", "TRUCK_GT_20T", "LV_SOFT", "LV_ARMOURED", "MINIBUS", "AMBULANCE", "TANKER_WATER"];

    private readonly MonthLoads loads = new(draw);

    public static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"M-{number:D4}");

    public JsonObject Of(int number)
    {
        var isLate = number % 25 == 7;

        // Late by any lead time of a standard notification by road, at whatever hour of the day it comes in.
        var start = day.AddDays(isLate ? 1 : 4 + draw.Next(27)).AddHours(5 + draw.Next(8));
        var crosses = draw.Falls(15);

        // 550 with two and 200 with three are 1,700.
        var vehicles = number % 15 < 4 ? 3 : 2;
        return Said.Of(
        [
            ("category", !isLate && draw.Falls(6) ? "EMERGENCY" : "STANDARD"),
            ("mode", "ROAD"),
            ("windowStart", Said.Instant(start)),
            ("windowEnd", Said.Instant(start.AddHours(10))),
            ("country", "SYR"),
            ("notes", draw.Falls(85) ? $"Brought by organisation {(number % Organisations) + 1}. {draw.Of(MonthWords.Loads)}" : null),
            ("lateReason", isLate ? draw.Of(MonthWords.Reasons) : null),
            .. Way(number, start, crosses),
            .. Crossing(crosses),
            .. Escort(number),
            .. loads.Of(vehicles),
            .. Contacts(number),
            ("vehicles", new JsonArray([.. Enumerable.Range(0, vehicles).Select(vehicle => Vehicle(number, vehicle))])),
            ("recipients", Said.Forces(number)),
        ]);
    }

    private (string Name, JsonNode? Value)[] Way(int number, DateTimeOffset start, bool crosses)
    {
        var destination = number % Destinations;
        var (depot, gate, end) = (Place(number % 7), Place((number % 11) + 20), Place(destination));
        return
        [
            ("route", new JsonArray(
                Stop("ORIGIN", draw.Falls(33) ? $"مستودع {ArabicTown(number % 7)}" : $"Depot of {Town(number % 7)}", depot, start, draw.Falls(50) ? 0.5 : null),
                Stop(crosses ? "CROSSING_POINT" : draw.Of(Between), draw.Falls(80) ? $"Gate of {Town(number % 11)}" : null, gate, draw.Falls(90) ? start.AddHours(3) : null, until: null),
                Stop("DESTINATION", draw.Falls(33) ? ArabicTown(destination) : Town(destination), end, start.AddHours(7), draw.Falls(60) ? 1.5 : null))),
            ("routeGeometry", Road(1, depot, gate, end)),
            ("alternateRoutes", number % 3 == 0 ? new JsonArray(Road(-1, depot, end)) : null),
        ];
    }

    private static JsonObject Stop(string type, string? name, (double Lat, double Lon) place, DateTimeOffset? at, double? until) => Said.Of(
    [
        ("type", type),
        ("name", name),
        ("lat", Degrees(place.Lat)),
        ("lon", Degrees(place.Lon)),
        ("at", at is { } from ? Said.Instant(from) : null),
        ("until", at is { } begin && until is { } hours ? Said.Instant(begin.AddHours(hours)) : null),
    ]);

    private (string Name, JsonNode? Value)[] Crossing(bool crosses) =>
    [
        ("frontLineCrossing", crosses ? true : draw.Falls(75) ? false : null),
        ("partiesOnRoute", crosses || draw.Falls(10) ? draw.Of(MonthWords.Parties) : null),
    ];

    // What is armed is a last resort: one in twenty.
    private (string Name, JsonNode? Value)[] Escort(int number) => (number % 20) switch
    {
        0 => [("escort", number % 40 == 0 ? "ARMED_ESCORT" : "AREA_SECURITY"), ("escortJustification", draw.Of(MonthWords.Justifications))],
        1 or 2 => [("escort", "HUMANITARIAN_LEAD_VEHICLE")],
        < 18 => [("escort", "NONE")],
        _ => [],
    };

    private (string Name, JsonNode? Value)[] Contacts(int number) =>
    [
        ("callContact", Contact(draw.Falls(33) ? "قائد القافلة" : $"Dispatch {(number % Organisations) + 1}", 555, number, draw.Falls(50) ? "Heron" : null)),
        ("alternateContact", draw.Falls(60) ? Contact(draw.Falls(33) ? "السائق الثاني" : "Second driver", 557, number, draw.Falls(50) ? "Ibis" : null) : null),
        ("focalPoint", draw.Falls(70) ? Contact(draw.Of(MonthWords.Rooms), 558, number % Organisations, draw.Falls(50) ? "Nest" : null) : null),
    ];

    private static JsonObject Contact(string name, int exchange, int number, string? callSign) => Said.Of(
    [
        ("name", name),
        ("phone", string.Create(CultureInfo.InvariantCulture, $"+999 11 {exchange} {number:D4}")),
        ("callSign", callSign is null ? null : $"{callSign} {number % 90}"),
    ]);

    private JsonObject Vehicle(int number, int vehicle) => Said.Of(
    [
        ("type", draw.Of(VehicleTypes)),
        ("plate", string.Create(CultureInfo.InvariantCulture, $"{(draw.Falls(33) ? "حلب" : "QX")} {number:D4} {vehicle}")),
        ("colour", draw.Falls(90) ? draw.Of(MonthWords.Colours) : null),
        ("marking", draw.Falls(80) ? draw.Of(MonthWords.Markings) : null),
    ]);
}
