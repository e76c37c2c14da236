using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContactGroup.Movements.Tests;

/// <summary>Bodies of notifications. Everything in them is made up; the clock of the tests stands at 2026-03-01 08:00 UTC.</summary>
internal static class Notifications
{
    public static JsonObject Good(params (string Field, object? Value)[] but)
    {
        var body = new JsonObject
        {
            ["category"] = "STANDARD",
            ["mode"] = "ROAD",
            ["purpose"] = "AID_DELIVERY",
            ["windowStart"] = "2026-03-05T06:00:00Z",
            ["windowEnd"] = "2026-03-05T14:00:00Z",
            ["country"] = "SYR",
            ["route"] = new JsonArray(Stop("ORIGIN", 35.123456, 39.512345), Stop("DESTINATION", 35.412345, 39.923456)),
            ["vehicles"] = new JsonArray(new JsonObject { ["type"] = "TRUCK_LT_10T", ["plate"] = "AB 1234" }),
            ["callContact"] = new JsonObject { ["name"] = "Convoy lead", ["phone"] = "+999 11 555 0134" },
            ["staff"] = 2,
            ["notes"] = "Canary notes.",
            ["recipients"] = new JsonArray(Named("military:northern-force"), Named("military:southern-force")),
        };
        foreach (var (field, value) in but)
        {
            body[field] = JsonSerializer.SerializeToNode(value);
        }

        return body;
    }

    public static JsonObject Stop(string type, double lat, double lon) => new() { ["type"] = type, ["lat"] = lat, ["lon"] = lon };

    public static JsonObject Named(string audience, bool consent = true) => new() { ["audience"] = audience, ["consent"] = consent };
}
