using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Client;
using ContactGroup.Testing;

namespace ContactGroup.System.Tests.Scenarios;

/// <summary>What an organisation takes out of one deployment and into an empty one is there field by field; read again where it came from, it adds nothing.</summary>
public sealed class RoundTripTests : IAsyncLifetime, IDisposable
{
    private const string Room = "Movements and sites";
    private const string North = "military:northern-force";

    // What the server says of a notification by itself, and not its owner.
    private static readonly string[] SaidHere = ["version", "dispatch", "organisation", "notifiedBy", "revalidateBy", "notice", "state", "stateAt", "notifiedAt", "late", "lateFor"];

    private readonly TemporaryFolder folder = new();
    private readonly HttpClient http = new();
    private StandaloneProcess here = null!;
    private StandaloneProcess? there;

    public async Task InitializeAsync() => here = await LaidOutExercise.One.StartAsync(Path.Combine(folder.Path, "here"));

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        here?.Dispose();
        there?.Dispose();
        http.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Movements_with_every_field_come_back_as_they_were()
    {
        var day = TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(9).ToString("yyyy-MM-dd", null);
        var full = Full(day);
        var (mine, notified) = await NotifyAsync("movement", [full, Least(day)]);
        using var line = await CommandLine.SignInAsync(here, "amal");
        var file = Path.Combine(folder.Path, "movements.csv");

        await line.RunAsync("movements", "export", "--channel", Room, "--out", file);
        var (copied, items) = await ImportAsync("movement", file);

        Assert.Equal(2, copied.Count);
        Assert.Equal(notified.Order(StringComparer.Ordinal), copied.Order(StringComparer.Ordinal));
        Assert.Contains(Canonical(full), copied);
        Assert.Contains("0 added, 2 already there", await line.RunAsync("movements", "import", file, "--channel", Room, "--consent", North), StringComparison.Ordinal);
        Assert.Equal(2, await CountAsync(mine, "movement"));
        Assert.Equal(2, items);
    }

    [Fact]
    public async Task Sites_with_every_field_come_back_as_they_were_after_a_second_person_wanted_it_too()
    {
        var full = FullSite();
        var (_, notified) = await NotifyAsync("site", [full, LeastSite()]);
        using var line = await CommandLine.SignInAsync(here, "amal");
        using var colleague = await CommandLine.SignInAsync(here, "piet");
        var file = Path.Combine(folder.Path, "sites.csv");

        Assert.Contains("CG-4052", (await line.TryAsync(input: null, "sites", "export", "--channel", Room, "--out", file, "--json")).Said, StringComparison.Ordinal);
        var asked = JsonNode.Parse(await line.RunAsync("export", "request", "template", "--kind", "site", "--channel", Room, "--json"))!["data"]!["request"]!.GetValue<string>();
        await colleague.RunAsync("export", "confirm", asked);
        await line.RunAsync("export", "fetch", asked, "--out", file);
        var (copied, _) = await ImportAsync("site", file);

        Assert.Equal(notified.Order(StringComparer.Ordinal), copied.Order(StringComparer.Ordinal));
        Assert.Contains(Canonical(full), copied);
        Assert.Contains("0 added, 2 already there", await line.RunAsync("sites", "import", file, "--channel", Room, "--consent", North), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("movement")]
    [InlineData("site")]
    public async Task What_its_owner_sees_in_every_field_is_what_stands_when_they_amend_it(string kind)
    {
        var day = TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(9).ToString("yyyy-MM-dd", null);
        var full = kind == "site" ? FullSite() : Full(day);
        var (mine, _) = await NotifyAsync(kind, [full]);
        var item = Assert.Single(await OwnAsync(mine, kind));
        full.Remove("recipients");
        var before = new JsonObject([.. full.Select(field => KeyValuePair.Create(field.Key, JsonSerializer.SerializeToNode(item.Fields[field.Key])))]);
        var amendment = (JsonObject)full.DeepClone();
        (amendment["before"], amendment["notes"]) = (before, "Another.");

        await AmendAsync(amendment);

        amendment["notes"] = "Another still.";
        var refused = await Assert.ThrowsAsync<ContactGroupException>(() => AmendAsync(amendment));
        Assert.Equal("CG-3004", refused.Code);

        Task AmendAsync(JsonObject changes) => kind == "site" ? mine.AmendSiteAsync(item.Id, changes) : mine.AmendMovementAsync(item.Id, changes);
    }

    private async Task<(ContactGroupClient Client, List<string> Said)> NotifyAsync(string kind, JsonObject[] all)
    {
        var client = await ClientAsync(here);
        var room = await RoomAsync(client);
        foreach (var one in all)
        {
            _ = kind == "site" ? await client.NotifySiteAsync(room, one) : await client.NotifyMovementAsync(room, one);
        }

        return (client, await SaidAsync(client, kind, all.Length));
    }

    private async Task<(List<string> Said, int Items)> ImportAsync(string kind, string file)
    {
        there = await LaidOutExercise.Another.StartAsync(Path.Combine(folder.Path, "there"));
        using var line = await CommandLine.SignInAsync(there, "amal");
        Assert.Contains("2 added", await line.RunAsync($"{kind}s", "import", file, "--channel", Room, "--consent", North), StringComparison.Ordinal);
        Assert.Contains("0 added, 2 already there", await line.RunAsync($"{kind}s", "import", file, "--channel", Room, "--consent", North), StringComparison.Ordinal);
        var client = await ClientAsync(there);
        return (await SaidAsync(client, kind, 2), await CountAsync(client, kind));
    }

    private async Task<ContactGroupClient> ClientAsync(StandaloneProcess at)
    {
        var client = new ContactGroupClient(http, new ContactGroupClientOptions { Address = at.Address });
        await client.SignInAsync("amal", at.Password);
        return client;
    }

    private static async Task<string> RoomAsync(ContactGroupClient client) =>
        (await client.GetGroupsAsync()).SelectMany(group => group.Channels).First(channel => channel.Name == Room).Id;

    private static async Task<int> CountAsync(ContactGroupClient client, string kind) => (await OwnAsync(client, kind)).Count;

    // Others notify in the exercise as well.
    private static async Task<List<Item>> OwnAsync(ContactGroupClient client, string kind)
    {
        var organisation = (await client.GetMeAsync()).Organisation!.Id;
        var page = await client.FindItemsAsync(new ItemQuery { Kind = kind, Channel = await RoomAsync(client), Limit = 50 });
        return [.. page.Items.Where(item => item.Fields["organisation"].GetProperty("id").GetString() == organisation)];
    }

    /// <summary>What its owner said of each, once all are there.</summary>
    private static async Task<List<string>> SaidAsync(ContactGroupClient client, string kind, int count)
    {
        var own = await Participant.EventuallyAsync($"{count} of {kind}", async () => await OwnAsync(client, kind) is { } found && found.Count == count ? found : null);
        return [.. own.Select(item => Canonical(JsonSerializer.SerializeToNode(item.Fields)!.AsObject()))];
    }

    /// <summary>The fields that people fill, sorted, as text that is equal when they are.</summary>
    private static string Canonical(JsonObject fields)
    {
        var said = (JsonObject)fields.DeepClone();
        foreach (var name in SaidHere)
        {
            said.Remove(name);
        }

        if (said["recipients"] is JsonArray recipients)
        {
            said["recipients"] = new JsonArray([.. recipients.Select(one => JsonValue.Create(one is JsonObject named ? (string)named["audience"]! : (string)one!))]);
        }

        var text = new StringBuilder();
        Write(text, said);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject all:
                foreach (var (name, value) in all.OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    text.Append('{').Append(name).Append(':');
                    Write(text, value);
                    text.Append('}');
                }

                break;
            case JsonArray list:
                foreach (var one in list)
                {
                    text.Append('[');
                    Write(text, one);
                    text.Append(']');
                }

                break;
            default:
                text.Append(node?.ToJsonString());
                break;
        }
    }

    private static JsonObject Full(string day) => new()
    {
        ["category"] = "EMERGENCY",
        ["mode"] = "ROAD",
        ["purpose"] = "AID_DELIVERY",
        ["windowStart"] = $"{day}T06:00:00Z",
        ["windowEnd"] = $"{day}T16:30:15Z",
        ["country"] = "SYR",
        ["route"] = new JsonArray(
            new JsonObject { ["type"] = "ORIGIN", ["name"] = "مستودع \"الأمل\"; عين العرب", ["lat"] = 0.000012, ["lon"] = -0.1, ["at"] = $"{day}T06:00:00Z", ["until"] = $"{day}T06:20:00Z" },
            new JsonObject { ["type"] = "CHECKPOINT", ["name"] = "'Ayn, \"the second\"", ["lat"] = -12.345678, ["lon"] = 179.999999 },
            new JsonObject { ["type"] = "DESTINATION", ["name"] = "=HYPERLINK(\"x\")", ["lat"] = 35.1, ["lon"] = 39 }),
        ["routeGeometry"] = Line([-0.1, 0.000012], [179.999999, -12.345678], [39, 35.1]),
        ["alternateRoutes"] = new JsonArray(Line([-0.1, 0.000013], [39, 35.1]), Line([-0.1, 0], [-1.5, 12.25], [39, 35.1])),
        ["vehicles"] = new JsonArray(
            new JsonObject { ["type"] = "TRUCK_LT_10T", ["plate"] = "حلب 71904", ["colour"] = "white; blue", ["marking"] = "@logo, \"both\" doors" },
            new JsonObject { ["type"] = "AMBULANCE" }),
        ["callContact"] = new JsonObject { ["name"] = "ليلى, \"duty\"", ["phone"] = "+999 11 555 0134", ["callSign"] = "-Heron 1" },
        ["alternateContact"] = new JsonObject { ["name"] = "=second", ["phone"] = "+999 11 555 0138", ["callSign"] = "Heron; 2" },
        ["focalPoint"] = new JsonObject { ["name"] = "غرفة اللاسلكي", ["phone"] = "119" },
        ["escort"] = "AREA_SECURITY",
        ["escortJustification"] = "=The \"only\" road; mined, otherwise",
        ["communications"] = new JsonArray("SATELLITE_PHONE", "VEHICLE_TRACKER"),
        ["radioCallSign"] = "=Heron; \"base\"",
        ["cargo"] = new JsonArray("MEDICAL", "FUEL", "OTHER"),
        ["cargoTonnes"] = 0.001,
        ["cargoCubicMetres"] = 12,
        ["dangerousGoods"] = true,
        ["waybill"] = "-0042, \"copy\"",
        ["frontLineCrossing"] = false,
        ["partiesOnRoute"] = "First leg: one\nSecond leg; another, \"unknown\"",
        ["staff"] = 7,
        ["internationalStaff"] = 0,
        ["nationalStaff"] = 3,
        ["drivers"] = 2,
        ["contractors"] = 1,
        ["evacuees"] = 12,
        ["notes"] = "First line, with \"quotes\"\n- second; line\n\n\t= third | fourth\r\nملاحظات",
        ["recipients"] = new JsonArray(new JsonObject { ["audience"] = North, ["consent"] = true }),
    };

    private static JsonObject Line(params double[][] positions) => new()
    {
        ["type"] = "LineString",
        ["coordinates"] = new JsonArray([.. positions.Select(position => new JsonArray(position[0], position[1]))]),
    };

    private static JsonObject Least(string day) => new()
    {
        ["category"] = "STANDARD",
        ["mode"] = "ON_FOOT",
        ["windowStart"] = $"{day}T06:00:00Z",
        ["windowEnd"] = $"{day}T07:00:00Z",
        ["route"] = new JsonArray(
            new JsonObject { ["type"] = "ORIGIN", ["lat"] = 1.5, ["lon"] = 2.5 },
            new JsonObject { ["type"] = "DESTINATION", ["lat"] = 1.51, ["lon"] = 2.51 }),
        ["callContact"] = new JsonObject { ["name"] = "Dispatch", ["phone"] = "119" },
        ["recipients"] = new JsonArray(),
    };

    private static JsonObject FullSite() => new()
    {
        ["siteType"] = "CLINIC_PHC",
        ["name"] = "Clinic \"of the example\", 2",
        ["localName"] = "عيادة المثال",
        ["country"] = "SYR",
        ["admin1"] = "=Aleppo",
        ["admin1Pcode"] = "SY02",
        ["admin2"] = "'Ayn al-'Arab",
        ["admin2Pcode"] = "SY0206",
        ["position"] = new JsonObject { ["lat"] = -35.123456, ["lon"] = 39.512345 },
        ["coordinateMethod"] = "GPS_ON_SITE",
        ["accuracy"] = 6,
        ["footprint"] = new JsonArray(At(-35.1231, 39.5121), At(-35.1231, 39.513001), At(-35.1239, 39.5129)),
        ["validFrom"] = "2025-11-01T00:00:00Z",
        ["validUntil"] = TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(300).ToString("yyyy-MM-dd'T'00:00:01'Z'", null),
        ["buildings"] = 2,
        ["roofMarking"] = "Red crescent; white",
        ["callContact"] = new JsonObject { ["name"] = "Duty nurse", ["phone"] = "+999 11 555 0135", ["callSign"] = "Ibis" },
        ["function"] = "Primary health care,\n\"day and night\"",
        ["relation"] = "OPERATES",
        ["notes"] = "-one\n+two\n@three",
        ["staff"] = 12,
        ["occupants"] = 0,
        ["recipients"] = new JsonArray(new JsonObject { ["audience"] = North, ["consent"] = true }),
    };

    private static JsonObject LeastSite() => new()
    {
        ["siteType"] = "WAREHOUSE",
        ["name"] = "Depot",
        ["country"] = "SYR",
        ["position"] = At(12.1, 13.2),
        ["coordinateMethod"] = "MAP",
        ["accuracy"] = 50,
        ["callContact"] = new JsonObject { ["name"] = "Keeper", ["phone"] = "119" },
        ["relation"] = "SUPPORTS",
        ["recipients"] = new JsonArray(),
    };

    private static JsonObject At(double lat, double lon) => new() { ["lat"] = lat, ["lon"] = lon };
}
