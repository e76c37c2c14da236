using System.Text.Json.Nodes;

namespace ContactGroup.Architecture.Tests.Canaries;

internal sealed partial class CanaryWorld
{
    private async Task AdviseAsync(HttpClient jonas, HttpClient okan)
    {
        var room = await okan.ChannelAsync("Movements and sites");
        var advisory = await SayAsync(okan, $"/api/movements/channels/{room}/advisories", new JsonObject
        {
            ["advisoryType"] = "CLOSURE",
            ["severity"] = "SEVERE",
            ["urgency"] = "IMMEDIATE",
            ["certainty"] = "OBSERVED",
            ["validFrom"] = InHours(0),
            ["validUntil"] = InHours(9),
            ["country"] = "SYR",
            ["admin1"] = Words.For("force.advisoryAdmin1"),
            ["admin2"] = Words.For("force.advisoryAdmin2"),
            ["place"] = Words.For("force.advisoryPlace"),
            ["position"] = new JsonObject { ["lat"] = 35.123456, ["lon"] = 39.512345 },
            ["radius"] = 2_000,
            ["summary"] = Words.For("force.advisorySummary"),
            ["callContact"] = new JsonObject { ["name"] = Words.For("force.advisoryContact"), ["phone"] = "+999 11 555 0177" },
            ["unit"] = Words.For("force.advisoryUnit"),
            ["operation"] = Words.For("force.advisoryOperation"),
            ["source"] = Words.For("force.advisorySource"),
        });
        await jonas.SeeAsync($"/api/release/items/{advisory}", _ => true);
        await SayAsync(okan, $"/api/movements/items/{advisory}/amend-advisory", new JsonObject
        {
            ["severity"] = "MINOR",
            ["operation"] = Words.For("force.advisoryOtherOperation"),
            ["reason"] = Words.For("force.advisoryReason"),
        });
        await jonas.SeeAsync($"/api/release/items/{advisory}", seen => (string?)seen["fields"]!["severity"] == "MINOR");
        await SayAsync(okan, $"/api/movements/items/{advisory}/end", new JsonObject { ["reason"] = Words.For("force.advisoryEndReason") });
        await jonas.SeeAsync($"/api/release/items/{advisory}", seen => (string?)seen["fields"]!["state"] == "ENDED");
        await SayAsync(okan, "/api/movements/concerns", new JsonObject
        {
            ["note"] = Words.For("force.concern"),
            ["from"] = InHours(0),
            ["until"] = InHours(9),
            ["position"] = new JsonObject { ["lat"] = 35.2, ["lon"] = 39.6 },
            ["radius"] = 20_000,
        });
    }
}
