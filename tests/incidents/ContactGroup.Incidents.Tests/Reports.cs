using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContactGroup.Incidents.Tests;

/// <summary>Bodies of reports. Everything in them is made up; the clock of the tests stands at 2026-03-01 08:00 UTC.</summary>
internal static class Reports
{
    public static JsonObject Good(params (string Field, object? Value)[] but)
    {
        var body = new JsonObject
        {
            ["category"] = "AMBUSH_ROAD_ATTACK",
            ["occurredAt"] = "2026-02-28T14:30:00+03:00",
            ["title"] = "Two vehicles stopped on the river road",
            ["country"] = "SYR",
            ["admin1"] = "Northern Province",
            ["admin1Pcode"] = "SY02",
            ["admin2Pcode"] = "SY0203",
            ["position"] = new JsonObject { ["lat"] = 35.1234567, ["lon"] = 39.5 },
            ["summary"] = "Shots at vehicles on the river road.",
            ["narrativeRestricted"] = "Our convoy of two was shot at near the bridge.",
            ["actorName"] = "Canary Brigade",
            ["impact"] = new JsonObject { ["injured"] = 2, ["injuredNational"] = 1, ["injuredInternational"] = 1 },
        };
        foreach (var (field, value) in but)
        {
            body[field] = JsonSerializer.SerializeToNode(value);
        }

        return body;
    }
}
