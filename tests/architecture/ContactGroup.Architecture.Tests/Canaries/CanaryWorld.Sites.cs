using System.Text.Json.Nodes;

namespace ContactGroup.Architecture.Tests.Canaries;

internal sealed partial class CanaryWorld
{
    private async Task NotifySiteAsync(HttpClient amal, HttpClient okan)
    {
        var room = await amal.ChannelAsync("Movements and sites");
        var draft = SiteIn("draft");
        await SayAsync(amal, "/api/release/preview", new JsonObject { ["channel"] = room, ["kind"] = "site", ["content"] = draft }, keep: false);
        var site = await SayAsync(amal, $"/api/movements/channels/{room}/sites", SiteIn("site"));
        await okan.SeeAsync($"/api/release/items/{site}", _ => true);
        await SayAsync(amal, $"/api/movements/items/{site}/amend-site", new JsonObject { ["staff"] = 2, ["reason"] = Words.For("site.amendReason") });
        await SayAsync(amal, $"/api/movements/items/{site}/revalidate", []);
        await okan.SeeAsync($"/api/release/items/{site}", seen => (int?)seen["fields"]!["version"] == 2);
        await SayAsync(okan, $"/api/movements/items/{site}/acknowledge", new JsonObject { ["version"] = 2, ["cell"] = Words.For("site.cell"), ["query"] = Words.For("site.query") });
        var removed = await SayAsync(amal, $"/api/movements/channels/{room}/sites", SiteIn("site"));
        await SayAsync(amal, $"/api/movements/items/{removed}/remove", new JsonObject { ["reason"] = "RELOCATED" });
    }

    private JsonObject SiteIn(string place) => new()
    {
        ["siteType"] = "CLINIC_PHC",
        ["name"] = Words.For($"{place}.name"),
        ["localName"] = Words.For($"{place}.localName"),
        ["country"] = "SYR",
        ["admin1"] = Words.For($"{place}.admin1"),
        ["admin2"] = Words.For($"{place}.admin2"),
        ["position"] = new JsonObject { ["lat"] = 35.123456, ["lon"] = 39.512345 },
        ["coordinateMethod"] = "GPS_ON_SITE",
        ["accuracy"] = 8,
        ["roofMarking"] = Words.For($"{place}.roofMarking"),
        ["callContact"] = new JsonObject { ["name"] = Words.For($"{place}.contact"), ["phone"] = "+999 11 555 0134", ["callSign"] = Words.For($"{place}.callSign") },
        ["function"] = Words.For($"{place}.function"),
        ["relation"] = "OPERATES",
        ["notes"] = Words.For($"{place}.notes"),
        ["recipients"] = new JsonArray(new JsonObject { ["audience"] = "military:northern-force", ["consent"] = true }),
    };
}
