using System.Text.Json.Nodes;

namespace ContactGroup.Architecture.Tests;

/// <summary>Things that exist and that one person may not see, by the name of the route parameter that would carry their id.</summary>
internal sealed record HiddenThings(HttpClient Observer, IReadOnlyDictionary<string, string[]> Ids)
{
    /// <summary>What the southern force may not see: items and rooms of others, another contact group, another's streams.</summary>
    public static async Task<HiddenThings> OfForceAsync(RunningStandalone app)
    {
        var amal = await app.AsAsync("amal");
        var okan = await app.AsAsync("okan");
        var plenary = await amal.ChannelAsync("Plenary");
        var message = (await amal.DoAsync($"/api/channels/channels/{plenary}/messages", new JsonObject { ["text"] = "for our side" }))["item"].Text();
        var report = (await amal.DoAsync($"/api/incidents/channels/{plenary}/reports", new JsonObject { ["category"] = "OTHER", ["occurredAt"] = "2026-02-20" }))["item"].Text();
        await amal.SeeAsync($"/api/release/items/{report}", _ => true);
        await amal.SeeAsync($"/api/release/items/{message}", _ => true);
        var room = await amal.ChannelAsync("Movements and sites");
        var movement = (await amal.DoAsync($"/api/movements/channels/{room}/movements", MovementFor("military:northern-force")))["item"].Text();
        await okan.SeeAsync($"/api/release/items/{movement}", _ => true);
        var site = (await amal.DoAsync($"/api/movements/channels/{room}/sites", SiteFor("military:northern-force")))["item"].Text();
        await okan.SeeAsync($"/api/release/items/{site}", _ => true);
        var notice = (await amal.DoAsync($"/api/access/channels/{plenary}/notices", new JsonObject
        {
            ["constraintType"] = "AC3",
            ["severity"] = "3",
            ["country"] = "SYR",
            ["startedAt"] = "2026-02-20",
            ["title"] = "words",
        }))["item"].Text();
        await amal.SeeAsync($"/api/release/items/{notice}", _ => true);
        var advisory = (await okan.DoAsync($"/api/movements/channels/{room}/advisories", Advisory()))["item"].Text();
        await amal.SeeAsync($"/api/release/items/{advisory}", _ => true);
        var (upload, withFile) = await AttachAsync(amal, plenary);
        var free = await UploadAsync(amal, plenary);
        var blob = (await amal.SeeAsync($"/api/release/items/{withFile}", _ => true))["fields"]!["attachments"]![0]!["blob"].Text();
        var other = await OtherGroup.OpenAsync(app);
        return new HiddenThings(await app.AsAsync("rafiq"), new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["item"] = [message, report, movement, site, notice, advisory, other.Message],
            ["concern"] = [await ConcernAsync(okan)],
            ["upload"] = [upload, free],
            ["request"] = [await ExportRequestAsync(amal)],
            ["name"] = [blob, upload],
            ["channel"] = [await amal.ChannelAsync("NGO room"), await okan.ChannelAsync("Desk northern force"), other.Channel],
            ["group"] = [other.Group],
            ["stream"] = [.. (await amal.ReadAsync("/api/release/streams"))["streams"]!.AsArray().Select(stream => stream!["stream"].Text()).Take(4)],
            ["review"] = [other.Review],
            ["widening"] = [other.Widening],
            ["person"] = [(await amal.ReadAsync("/api/identity/me"))["person"]!["id"].Text()],
            ["organisation"] = [(await amal.ReadAsync("/api/identity/me"))["organisation"]!["id"].Text()],
        });
    }

    /// <summary>What a coordinator of another office may not see who is not in the contact group.</summary>
    public static async Task<HiddenThings> OfOutsideCoordinatorAsync(RunningStandalone app)
    {
        var other = await OtherGroup.OpenAsync(app);
        var request = await ExportRequestAsync(await app.AsAsync("ines"));
        return new HiddenThings(await app.JoinAsync("Regional Coordination", "coordination"), new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["request"] = [request],
            ["item"] = [other.Message],
            ["concern"] = [await ConcernAsync(await app.AsAsync("okan"))],
            ["channel"] = [other.Channel],
            ["group"] = [other.Group],
            ["stream"] = other.Streams,
            ["review"] = [other.Review],
            ["widening"] = [other.Widening],
        });
    }

    // One that waits already will do: few of a person may wait at a time.
    private static async Task<string> ExportRequestAsync(HttpClient asker)
    {
        var own = (await asker.ReadAsync("/api/release/exports/requests"))["own"]!.AsArray();
        return own.FirstOrDefault(request => request!["state"].Text() == "waiting")?["request"].Text()
            ?? (await asker.DoAsync("/api/release/exports/requests", new JsonObject { ["format"] = "geojson", ["channel"] = await asker.ChannelAsync("Plenary") }))["request"].Text();
    }

    private static JsonObject MovementFor(string force)
    {
        var start = TimeProvider.System.GetUtcNow().AddDays(5);
        return new JsonObject
        {
            ["category"] = "STANDARD",
            ["mode"] = "ROAD",
            ["windowStart"] = start,
            ["windowEnd"] = start.AddHours(8),
            ["route"] = new JsonArray(
                new JsonObject { ["type"] = "ORIGIN", ["lat"] = 35.123456, ["lon"] = 39.512345 },
                new JsonObject { ["type"] = "DESTINATION", ["lat"] = 35.412345, ["lon"] = 39.923456 }),
            ["callContact"] = new JsonObject { ["name"] = "Convoy lead", ["phone"] = "+963 11 555 0134" },
            ["recipients"] = new JsonArray(new JsonObject { ["audience"] = force, ["consent"] = true }),
        };
    }

    private static JsonObject Advisory()
    {
        var now = TimeProvider.System.GetUtcNow();
        return new JsonObject
        {
            ["advisoryType"] = "OTHER",
            ["severity"] = "MINOR",
            ["urgency"] = "FUTURE",
            ["certainty"] = "LIKELY",
            ["validFrom"] = now,
            ["validUntil"] = now.AddHours(8),
            ["country"] = "SYR",
            ["summary"] = "words",
        };
    }

    private static async Task<string> ConcernAsync(HttpClient force)
    {
        var now = TimeProvider.System.GetUtcNow();
        return (await force.DoAsync("/api/movements/concerns", new JsonObject
        {
            ["note"] = "words",
            ["from"] = now,
            ["until"] = now.AddHours(8),
            ["position"] = new JsonObject { ["lat"] = 35.2, ["lon"] = 39.6 },
            ["radius"] = 5_000,
        }))["id"].Text();
    }

    private static JsonObject SiteFor(string force) => new()
    {
        ["siteType"] = "CLINIC_PHC",
        ["name"] = "Hidden clinic",
        ["country"] = "SYR",
        ["position"] = new JsonObject { ["lat"] = 35.123456, ["lon"] = 39.512345 },
        ["coordinateMethod"] = "GPS_ON_SITE",
        ["accuracy"] = 8,
        ["relation"] = "OPERATES",
        ["callContact"] = new JsonObject { ["name"] = "Site lead", ["phone"] = "+963 11 555 0134" },
        ["recipients"] = new JsonArray(new JsonObject { ["audience"] = force, ["consent"] = true }),
    };

    private static async Task<(string Upload, string Item)> AttachAsync(HttpClient author, string channel)
    {
        var upload = await UploadAsync(author, channel);
        var message = await author.DoAsync($"/api/channels/channels/{channel}/messages", new JsonObject { ["text"] = "with a file", ["attachments"] = new JsonArray(upload) });
        return (upload, message["item"].Text());
    }

    private static async Task<string> UploadAsync(HttpClient author, string channel)
    {
        var begun = await author.DoAsync($"/api/channels/channels/{channel}/uploads", new JsonObject { ["name"] = "words.txt", ["mediaType"] = "text/plain", ["size"] = 5 });
        using var part = new HttpRequestMessage(HttpMethod.Patch, $"/api/channels/uploads/{begun["upload"].Text()}") { Content = new StringContent("words") };
        part.Headers.Add("Upload-Offset", "0");
        using var answer = await author.SendAsync(part);
        answer.EnsureSuccessStatusCode();
        return begun["upload"].Text();
    }

    /// <summary>A second contact group in which something waits for review.</summary>
    private sealed record OtherGroup(string Group, string Channel, string Message, string Review, string Widening, string[] Streams)
    {
        public static async Task<OtherGroup> OpenAsync(RunningStandalone app)
        {
            var ines = await app.AsAsync("ines");
            var amal = await app.AsAsync("amal");
            var me = (await amal.ReadAsync("/api/identity/me"))["person"]!["id"].Text();
            var group = (await ines.DoAsync("/api/channels/groups", new JsonObject { ["name"] = $"Elsewhere {Contracts.Ids.New()}", ["purpose"] = "Another crisis.", ["assumptions"] = "None.", ["posture"] = "coexistence" }))["id"].Text();
            await ines.DoAsync($"/api/channels/groups/{group}/members", new JsonObject { ["person"] = me });
            await ines.DoAsync($"/api/channels/groups/{group}/members", new JsonObject { ["person"] = (await (await app.AsAsync("okan")).ReadAsync("/api/identity/me"))["person"]!["id"].Text() });
            var channel = (await ines.DoAsync($"/api/channels/groups/{group}/channels", new JsonObject { ["name"] = "Plenary elsewhere", ["kind"] = "plenary" }))["id"].Text();
            await amal.DoAsync($"/api/channels/groups/{group}/terms/acceptance", new JsonObject { ["version"] = 1 });
            var message = (await amal.DoAsync($"/api/channels/channels/{channel}/messages", new JsonObject { ["text"] = "for all", ["releaseTo"] = new JsonArray("all") }))["item"].Text();
            var page = await ines.SeeAsync($"/api/release/reviews?group={group}", reviews => reviews["reviews"]!.AsArray().Count > 0);
            var own = (await amal.DoAsync($"/api/channels/channels/{channel}/messages", new JsonObject { ["text"] = "for us" }))["item"].Text();
            await ines.SeeAsync($"/api/release/items/{own}", _ => true);
            var widening = (await ines.DoAsync($"/api/release/items/{own}/widening", new JsonObject { ["target"] = "audience:military:northern-force", ["reason"] = "They ask." }))["widening"].Text();
            var streams = (await ines.ReadAsync("/api/release/streams"))["streams"]!.AsArray().Where(stream => stream!["channel"].Text() == channel).Select(stream => stream!["stream"].Text());
            return new OtherGroup(group, channel, message, page["reviews"]![0]!["review"].Text(), widening, [.. streams]);
        }
    }
}
