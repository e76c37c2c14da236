using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContactGroup.Access.Tests;

/// <summary>Bodies of notices. Everything in them is made up; the clock of the tests stands at 2026-03-01 08:00 UTC.</summary>
internal static class Notices
{
    public static JsonObject Good(params (string Field, object? Value)[] but)
    {
        var body = new JsonObject
        {
            ["constraintType"] = "AC3",
            ["impediment"] = "TRAVEL_PERMIT",
            ["severity"] = "3",
            ["title"] = "Papers asked for at the river bridge",
            ["startedAt"] = "2026-02-20",
            ["expectedEnd"] = "2026-04-01T00:00:00Z",
            ["country"] = "SYR",
            ["admin1"] = "Northern Province",
            ["admin1Pcode"] = "SY02",
            ["admin2Pcode"] = "SY0203",
            ["position"] = new JsonObject { ["lat"] = 35.1234567, ["lon"] = 39.5 },
            ["level"] = "CHECKPOINT",
            ["summary"] = "Convoys are stopped at the bridge.",
            ["description"] = "Canary description.",
            ["impact"] = new JsonArray("DELAY"),
            ["delayHours"] = 12,
            ["sectors"] = new JsonArray("HEALTH", "FOOD_SECURITY"),
            ["peopleAffected"] = "FROM_1000",
            ["imposedByName"] = "Canary Brigade",
            ["negotiation"] = "Canary talks.",
            ["followUpOwner"] = "Access adviser",
            ["followUpBy"] = "2026-03-08",
        };
        foreach (var (field, value) in but)
        {
            body[field] = JsonSerializer.SerializeToNode(value);
        }

        return body;
    }

    /// <summary>The same without some fields.</summary>
    public static JsonObject Without(params string[] fields)
    {
        var body = Good();
        foreach (var field in fields)
        {
            body.Remove(field);
        }

        return body;
    }
}
