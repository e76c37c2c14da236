using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContactGroup.Movements.Tests;

/// <summary>Concerns, and views of notifications that come into them. Everything in them is made up; the clock of the tests stands at 2026-03-01 08:00 UTC.</summary>
internal static class Concerns
{
    public static JsonObject Good(params (string Field, object? Value)[] but) => But(
        new JsonObject
        {
            ["note"] = "Ridge above the road",
            ["from"] = "2026-03-02T00:00:00Z",
            ["until"] = "2026-03-09T00:00:00Z",
            ["position"] = Advisories.Corner(35.2, 39.6),
            ["radius"] = 5_000,
        },
        but);

    /// <summary>A movement from west to east through the circle of <see cref="Good"/>, as a named force holds it.</summary>
    public static JsonObject Movement(params (string Field, object? Value)[] but) => But(
        new JsonObject
        {
            ["state"] = "NOTIFIED",
            ["windowStart"] = "2026-03-05T06:00:00Z",
            ["windowEnd"] = "2026-03-05T14:00:00Z",
            ["route"] = new JsonArray(Notifications.Stop("ORIGIN", 35.2, 39.1), Notifications.Stop("DESTINATION", 35.2, 40.1)),
        },
        but);

    private static JsonObject But(JsonObject body, (string Field, object? Value)[] but)
    {
        foreach (var (field, value) in but)
        {
            body[field] = JsonSerializer.SerializeToNode(value);
        }

        return body;
    }
}
