using System.Text.Json.Nodes;
using ContactGroup.Contracts.Codes;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Movements.Domain.Movements;

/// <summary>Reads what came in, each field for itself, into content that may be stored. Nothing that is not written here gets through.</summary>
internal static class FieldReading
{
    private const int MostStops = 100;
    private const int MostVehicles = 200;
    private const int MostPeople = 100_000;
    private const int LongestNotes = 4_000;

    /// <summary>Fields that a movement can be without, for amendments.</summary>
    public static IReadOnlyList<string> Optional { get; } =
    [
        ContentNames.Purpose, ContentNames.Country, ContentNames.Vehicles, ContentNames.Staff, ContentNames.Evacuees, ContentNames.Notes, ContentNames.Escort,
        ContentNames.EscortJustification, ContentNames.RouteGeometry, ContentNames.AlternateRoutes,
        ContentNames.AlternateContact, ContentNames.FocalPoint, ContentNames.Communications, ContentNames.RadioCallSign, ContentNames.Cargo, ContentNames.CargoTonnes,
        ContentNames.CargoCubicMetres, ContentNames.DangerousGoods, ContentNames.Waybill, ContentNames.FrontLineCrossing, ContentNames.PartiesOnRoute, .. StaffTotal.Parts,
    ];

    public static JsonObject Read(MovementFields said, FieldChecks checks)
    {
        var content = new JsonObject();
        Code(ContentNames.Category, said.Category, "movement-category");
        Code(ContentNames.Mode, said.Mode, "movement-mode");
        Code(ContentNames.Purpose, said.Purpose, "movement-purpose");
        Code(ContentNames.Country, said.Country, "country");
        Write(ContentNames.WindowStart, Parts.Instant(said.WindowStart));
        Write(ContentNames.WindowEnd, Parts.Instant(said.WindowEnd));
        Write(ContentNames.Route, said.Route is null ? null : Route(said.Route, checks));
        Write(ContentNames.RouteGeometry, said.RouteGeometry is null ? null : RouteLines.Read(ContentNames.RouteGeometry, said.RouteGeometry, checks));
        Write(ContentNames.AlternateRoutes, said.AlternateRoutes is null ? null : RouteLines.ReadSeveral(ContentNames.AlternateRoutes, said.AlternateRoutes, checks));
        Write(ContentNames.Vehicles, said.Vehicles is null ? null : Vehicles(said.Vehicles, checks));
        Person(ContentNames.CallContact, said.CallContact);
        Person(ContentNames.AlternateContact, said.AlternateContact);
        Person(ContentNames.FocalPoint, said.FocalPoint);
        Code(ContentNames.Escort, said.Escort, "movement-escort");
        Write(ContentNames.EscortJustification, checks.OptionalText(ContentNames.EscortJustification, said.EscortJustification, LongestNotes));
        Write(ContentNames.FrontLineCrossing, said.FrontLineCrossing);
        Write(ContentNames.PartiesOnRoute, checks.OptionalText(ContentNames.PartiesOnRoute, said.PartiesOnRoute, LongestNotes));
        Write(ContentNames.Communications, Carried.Codes(ContentNames.Communications, said.Communications, "communication-means", checks));
        Write(ContentNames.RadioCallSign, Parts.Short(ContentNames.RadioCallSign, said.RadioCallSign, checks));
        Write(ContentNames.Cargo, Carried.Codes(ContentNames.Cargo, said.Cargo, "cargo-category", checks));
        Write(ContentNames.CargoTonnes, Carried.Quantity(ContentNames.CargoTonnes, said.CargoTonnes, checks));
        Write(ContentNames.CargoCubicMetres, Carried.Quantity(ContentNames.CargoCubicMetres, said.CargoCubicMetres, checks));
        Write(ContentNames.DangerousGoods, said.DangerousGoods);
        Write(ContentNames.Waybill, Parts.Short(ContentNames.Waybill, said.Waybill, checks));
        Count(ContentNames.Staff, said.Staff);
        Count(ContentNames.InternationalStaff, said.InternationalStaff);
        Count(ContentNames.NationalStaff, said.NationalStaff);
        Count(ContentNames.Drivers, said.Drivers);
        Count(ContentNames.Contractors, said.Contractors);
        Count(ContentNames.Evacuees, said.Evacuees);
        Write(ContentNames.Notes, checks.OptionalText(ContentNames.Notes, said.Notes, LongestNotes));
        Write(ContentNames.LateReason, checks.OptionalText(ContentNames.LateReason, said.LateReason, LongestNotes));
        return content;

        void Code(string name, string? code, string list) => Write(name, checks.OptionalCode(name, code, CodeLists.Get(list).Values));

        void Person(string name, Contact? contact) => Write(name, contact is null ? null : Parts.Contact(name, contact, checks));

        void Count(string name, int? count)
        {
            checks.Count(name, count, MostPeople);
            Write(name, count);
        }

        void Write(string name, JsonNode? value)
        {
            if (value is not null)
            {
                content[name] = value;
            }
        }
    }

    private static JsonArray Route(IReadOnlyList<Stop> said, FieldChecks checks) =>
        [.. checks.List(ContentNames.Route, said, 2, MostStops).Take(MostStops).Select((stop, index) => Stop($"{ContentNames.Route}[{index}]", stop, checks))];

    private static JsonObject? Stop(string field, Stop? stop, FieldChecks checks)
    {
        if (checks.Required(field, stop) is null)
        {
            return null;
        }

        var (lat, lon) = Parts.Position(field, stop!.Lat, stop.Lon, checks);
        return Parts.With(
            ("type", checks.Code($"{field}.type", stop.Type, CodeLists.Get("waypoint-type").Values)),
            ("name", Parts.Short($"{field}.name", stop.Name, checks)),
            ("lat", lat),
            ("lon", lon),
            (StopTimes.At, Parts.Instant(stop.At)),
            (StopTimes.Until, Parts.Instant(stop.Until)));
    }

    private static JsonArray Vehicles(IReadOnlyList<Vehicle> said, FieldChecks checks) =>
        [.. checks.List(ContentNames.Vehicles, said, 0, MostVehicles).Take(MostVehicles).Select((vehicle, index) => Vehicle($"{ContentNames.Vehicles}[{index}]", vehicle, checks))];

    private static JsonObject? Vehicle(string field, Vehicle? vehicle, FieldChecks checks) => checks.Required(field, vehicle) is null ? null : Parts.With(
        ("type", checks.Code($"{field}.type", vehicle!.Type, CodeLists.Get("vehicle-type").Values)),
        ("plate", Parts.Short($"{field}.plate", vehicle.Plate, checks)),
        ("colour", Parts.Short($"{field}.colour", vehicle.Colour, checks)),
        ("marking", Parts.Short($"{field}.marking", vehicle.Marking, checks)));
}
