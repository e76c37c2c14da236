using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContactGroup.Movements.Tests;

/// <summary>Bodies of advisories. Everything in them is made up; the clock of the tests stands at 2026-03-01 08:00 UTC.</summary>
internal static class Advisories
{
    public static JsonObject Good(params (string Field, object? Value)[] but)
    {
        var body = new JsonObject
        {
            ["advisoryType"] = "CLOSURE",
            ["severity"] = "SEVERE",
            ["urgency"] = "EXPECTED",
            ["certainty"] = "LIKELY",
            ["adviceToOthers"] = "AVOID_AREA",
            ["validFrom"] = "2026-03-01T06:00:00Z",
            ["validUntil"] = "2026-03-04T18:00:00Z",
            ["country"] = "SYR",
            ["admin1"] = "Ar-Raqqa",
            ["position"] = Corner(35.123456, 39.512345),
            ["radius"] = 2_000,
            ["summary"] = "The bridge is closed to all vehicles.",
            ["callContact"] = new JsonObject { ["name"] = "Liaison", ["phone"] = "+999 11 555 0177" },
            ["unit"] = "Canary unit.",
            ["operation"] = "Canary operation.",
            ["source"] = "Canary source.",
        };
        foreach (var (field, value) in but)
        {
            body[field] = JsonSerializer.SerializeToNode(value);
        }

        return body;
    }

    public static JsonObject Corner(double lat, double lon) => new() { ["lat"] = lat, ["lon"] = lon };
}
