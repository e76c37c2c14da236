using System.Globalization;
using System.Text.Json.Nodes;

namespace ContactGroup.Architecture.Tests.Canaries;

internal sealed partial class CanaryWorld
{
    private async Task NotifyAsync(HttpClient amal, HttpClient okan)
    {
        var room = await amal.ChannelAsync("Movements and sites");
        var movement = await SayAsync(amal, $"/api/movements/channels/{room}/movements", new JsonObject
        {
            ["category"] = "EMERGENCY",
            ["mode"] = "ROAD",
            ["purpose"] = "AID_DELIVERY",
            ["windowStart"] = InHours(1),
            ["windowEnd"] = InHours(9),
            ["route"] = new JsonArray(
                new JsonObject { ["type"] = "ORIGIN", ["lat"] = 35.123456, ["lon"] = 39.512345, ["name"] = Words.For("movement.stop") },
                new JsonObject { ["type"] = "DESTINATION", ["lat"] = 35.412345, ["lon"] = 39.923456 }),
            ["vehicles"] = new JsonArray(new JsonObject
            {
                ["type"] = "LV_SOFT",
                ["plate"] = Words.For("movement.plate"),
                ["colour"] = Words.For("movement.colour"),
                ["marking"] = Words.For("movement.marking"),
            }),
            ["callContact"] = new JsonObject { ["name"] = Words.For("movement.contact"), ["phone"] = "+999 11 555 0134", ["callSign"] = Words.For("movement.callSign") },
            ["escort"] = "ARMED_ESCORT",
            ["escortJustification"] = Words.For("movement.escortJustification"),
            ["alternateContact"] = new JsonObject { ["name"] = Words.For("movement.alternate"), ["phone"] = "+999 11 555 0137", ["callSign"] = Words.For("movement.alternateCallSign") },
            ["focalPoint"] = new JsonObject { ["name"] = Words.For("movement.focalPoint"), ["phone"] = "+999 11 555 0138", ["callSign"] = Words.For("movement.focalCallSign") },
            ["communications"] = new JsonArray("HF_RADIO"),
            ["radioCallSign"] = Words.For("movement.radioCallSign"),
            ["cargo"] = new JsonArray("FOOD"),
            ["waybill"] = Words.For("movement.waybill"),
            ["frontLineCrossing"] = true,
            ["partiesOnRoute"] = Words.For("movement.partiesOnRoute"),
            ["notes"] = Words.For("movement.notes"),
            ["lateReason"] = Words.For("movement.lateReason"),
            ["recipients"] = new JsonArray(new JsonObject { ["audience"] = "military:northern-force", ["consent"] = true }),
        });
        await okan.SeeAsync($"/api/release/items/{movement}", _ => true);
        await SayAsync(amal, $"/api/movements/items/{movement}/amend", new JsonObject { ["staff"] = 2, ["reason"] = Words.For("movement.amendReason") });
        await SayAsync(amal, $"/api/movements/items/{movement}/state", new JsonObject { ["state"] = "POSTPONED", ["reason"] = Words.For("movement.stateReason") });
        await SayAsync(amal, $"/api/movements/items/{movement}/state", new JsonObject { ["state"] = "UNDERWAY" });
        await SayAsync(amal, $"/api/movements/items/{movement}/check-ins", new JsonObject { ["note"] = Words.For("movement.checkIn") });
        await okan.SeeAsync($"/api/release/items/{movement}", seen => (int?)seen["fields"]!["version"] == 3);
        await SayAsync(okan, $"/api/movements/items/{movement}/acknowledge", new JsonObject
        {
            ["version"] = 3,
            ["cell"] = Words.For("movement.cell"),
            ["query"] = Words.For("movement.query"),
        });
    }

    private static string InHours(int hours) => TimeProvider.System.GetUtcNow().AddHours(hours).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
