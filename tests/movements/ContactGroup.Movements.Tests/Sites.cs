using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContactGroup.Movements.Tests;

/// <summary>Bodies of site notifications. Everything in them is made up; the clock of the tests stands at 2026-03-01 08:00 UTC.</summary>
internal static class Sites
{
    public const double Lat = 35.123456;
    public const double Lon = 39.512345;

    public static JsonObject Good(params (string Field, object? Value)[] but)
    {
        var body = new JsonObject
        {
            ["siteType"] = "CLINIC_PHC",
            ["name"] = "Canary clinic",
            ["localName"] = "عيادة",
            ["country"] = "SYR",
            ["admin1"] = "Plains",
            ["admin1Pcode"] = "XX01",
            ["position"] = At(Lat, Lon),
            ["coordinateMethod"] = "GPS_ON_SITE",
            ["accuracy"] = 8,
            ["footprint"] = Square(Lat, Lon),
            ["validFrom"] = "2025-11-01T00:00:00Z",
            ["buildings"] = 2,
            ["roofMarking"] = "Red crescent",
            ["callContact"] = new JsonObject { ["name"] = "Site lead", ["phone"] = "+999 11 555 0134" },
            ["function"] = "Canary function.",
            ["relation"] = "OPERATES",
            ["notes"] = "Canary notes.",
            ["staff"] = 12,
            ["occupants"] = 40,
            ["recipients"] = new JsonArray(Notifications.Named("military:northern-force"), Notifications.Named("military:southern-force")),
        };
        foreach (var (field, value) in but)
        {
            body[field] = JsonSerializer.SerializeToNode(value);
        }

        return body;
    }

    public static JsonObject At(double lat, double lon) => new() { ["lat"] = lat, ["lon"] = lon };

    /// <summary>Four corners some hundred metres around a position.</summary>
    public static JsonArray Square(double lat, double lon, double half = 0.001) =>
        [At(lat - half, lon - half), At(lat - half, lon + half), At(lat + half, lon + half), At(lat + half, lon - half)];
}
