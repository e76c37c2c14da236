using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using ContactGroup.Contracts.Incidents;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Architecture.Tests.Canaries;

/// <summary>People of one side, one force and coordination write into every field that takes words, handle what they wrote, and get things wrong.</summary>
internal sealed partial class CanaryWorld
{
    /// <summary>Fields that the named force gets, of the incident after release; every other field is withheld from it.</summary>
    public static readonly string[] ForNamedForce = ["incident.admin1", "incident.admin2", "incident.summary", "access.admin1", "access.admin2", "access.summary", "movement.stop", "movement.plate", "movement.colour", "movement.marking", "movement.contact", "movement.callSign", "movement.cell", "movement.query", "site.name", "site.localName", "site.admin1", "site.admin2", "site.roofMarking", "site.contact", "site.callSign", "site.cell", "site.query"];

    /// <summary>What a force says for itself alone, in an advisory and as a concern.</summary>
    public static readonly string[] OfForceAlone =
    [
        "force.advisoryUnit", "force.advisoryOperation", "force.advisorySource", "force.advisoryReason", "force.advisoryOtherOperation", "force.advisoryEndReason", "force.concern",
    ];

    private static readonly ConditionalWeakTable<RunningStandalone, Task<CanaryWorld>> Played = [];

    private readonly Dictionary<string, List<string>> ids = new(StringComparer.Ordinal);

    private CanaryWorld()
    {
    }

    public CanaryWords Words { get; } = new();

    public IReadOnlyList<string> Items => IdsOf("item");

    /// <summary>What a person who wrote something was answered; nobody's own words come back either.</summary>
    public List<string> Answers { get; } = [];

    /// <summary>The report that the named force gets in part.</summary>
    public string Report { get; private set; } = string.Empty;

    /// <summary>The message that its author withdrew.</summary>
    public string Withdrawn { get; private set; } = string.Empty;

    /// <summary>A world that was played on a host, whenever: for a search in what is kept, which has it of every world.</summary>
    public static Task<CanaryWorld> PlayedAsync(RunningStandalone app) => Played.GetValue(app, PlayAsync);

    public static async Task<CanaryWorld> PlayAsync(RunningStandalone app)
    {
        var world = new CanaryWorld();
        var (amal, jonas, ines, okan) = (await app.AsAsync("amal"), await app.AsAsync("jonas"), await app.AsAsync("ines"), await app.AsAsync("okan"));
        world.Keep("channel", await amal.ChannelAsync("NGO room"), await okan.ChannelAsync("Desk northern force"));
        world.Keep("stream", [.. (await amal.ReadAsync("/api/release/streams"))["streams"]!.AsArray().Select(stream => stream!["stream"].Text()).Take(2)]);
        world.Keep("person", (await amal.ReadAsync("/api/identity/me"))["person"]!["id"].Text());
        world.Keep("organisation", (await amal.ReadAsync("/api/identity/me"))["organisation"]!["id"].Text());
        await world.WriteMessagesAsync(amal, jonas, okan);
        await world.NotifyAsync(amal, okan);
        await world.NotifySiteAsync(amal, okan);
        await world.AdviseAsync(jonas, okan);
        await world.WriteReportsAsync(amal, jonas, ines, okan);
        await world.RaiseAccessAsync(amal, ines, okan, await app.AsAsync("tomas"));
        await world.TakeBackAsync(amal, ines, okan);
        await world.AskToGoFurtherAsync(amal, jonas, ines);
        await world.AttachAsync(amal, jonas);
        await world.SendMarkedAsync(amal);
        await world.OpenRoomsAsync(ines, amal);
        await world.GetThingsWrongAsync(amal, okan);
        return world;
    }

    /// <summary>Ids of hidden things by the name of a route parameter; one that stands for nothing when there are none.</summary>
    public IReadOnlyList<string> IdsOf(string parameter) => ids.TryGetValue(parameter, out var known) ? known : ["00000000000000000000000000"];

    private async Task WriteMessagesAsync(HttpClient amal, HttpClient jonas, HttpClient okan)
    {
        var plenary = await amal.ChannelAsync("Plenary");
        var last = Words.For("message.edited");
        var own = await SayAsync(amal, $"/api/channels/channels/{plenary}/messages", new JsonObject { ["text"] = Words.For("message.text"), ["acknowledgementRequested"] = true });
        await amal.SeeAsync($"/api/release/items/{own}", _ => true);
        await SayAsync(amal, $"/api/channels/items/{own}/edit", new JsonObject { ["text"] = last });
        await jonas.SeeAsync($"/api/release/items/{own}", item => item["fields"]!["text"].Text() == last);
        await SayAsync(jonas, $"/api/channels/items/{own}/acknowledge", []);
        await SayAsync(jonas, $"/api/channels/channels/{plenary}/messages", new JsonObject { ["text"] = Words.For("message.reply"), ["replyTo"] = own });
        await SayAsync(jonas, $"/api/channels/channels/{IdsOf("channel")[0]}/messages", new JsonObject { ["text"] = Words.For("message.caucus") });
        await SayAsync(okan, $"/api/channels/channels/{IdsOf("channel")[1]}/messages", new JsonObject { ["text"] = Words.For("force.desk") });
        Withdrawn = await SayAsync(amal, $"/api/channels/channels/{plenary}/messages", new JsonObject { ["text"] = Words.For("message.withdrawn") });
        await jonas.SeeAsync($"/api/release/items/{Withdrawn}", _ => true);
        await SayAsync(amal, $"/api/channels/items/{Withdrawn}/withdraw", new JsonObject { ["reason"] = Words.For("message.withdrawalReason") });
    }

    private async Task WriteReportsAsync(HttpClient amal, HttpClient jonas, HttpClient ines, HttpClient okan)
    {
        var plenary = await amal.ChannelAsync("Plenary");
        Report = await SayAsync(amal, $"/api/incidents/channels/{plenary}/reports", ReportInEveryField("incident"));
        await jonas.SeeAsync($"/api/release/items/{Report}", _ => true);
        await SayAsync(amal, $"/api/incidents/items/{Report}/update", new JsonObject { ["stage"] = "UPDATE", ["narrativeRestricted"] = Words.For("incident.laterNarrative") });
        await SayAsync(jonas, $"/api/incidents/items/{Report}/verify", new JsonObject { ["verification"] = "VERIFIED" });
        await SayAsync(amal, $"/api/incidents/items/{Report}/correct", new JsonObject { ["actorName"] = Words.For("incident.otherActor"), ["reason"] = Words.For("incident.correctionReason") });
        await DecideAsync(
            ines, Report, "release", review => new JsonObject { ["note"] = Words.For("review.note"), ["shown"] = review["shown"].Text() });
        await okan.SeeAsync($"/api/release/items/{Report}", _ => true);

        var returned = await SayAsync(amal, $"/api/incidents/channels/{plenary}/reports", ReportInEveryField("returned"));
        await DecideAsync(ines, returned, "return", new JsonObject { ["reason"] = Words.For("review.reason") });
        await SayAsync(amal, "/api/release/preview", new JsonObject { ["channel"] = plenary, ["kind"] = "message", ["content"] = new JsonObject { ["text"] = Words.For("draft.text") } }, keep: false);
    }

    private Task DecideAsync(HttpClient ines, string item, string verb, JsonObject body) => DecideAsync(ines, item, verb, _ => body);

    private async Task DecideAsync(HttpClient ines, string item, string verb, Func<JsonNode, JsonObject> body)
    {
        var page = await ines.SeeAsync("/api/release/reviews?limit=200", reviews => ReviewOf(reviews, item) is not null);
        var review = ReviewOf(page, item)!;
        Keep("review", review["review"].Text());
        using var answer = await ines.SayAsync($"/api/release/reviews/{review["review"].Text()}/{verb}", body(review));
        Assert.True(answer.IsSuccessStatusCode, $"{verb} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    private static JsonNode? ReviewOf(JsonNode page, string item) =>
        page["reviews"]!.AsArray().FirstOrDefault(review => review!["item"].Text() == item);

    private async Task OpenRoomsAsync(HttpClient ines, HttpClient amal)
    {
        var group = (await ines.DoAsync("/api/channels/groups", new JsonObject
        {
            ["name"] = Words.For("group.name"),
            ["purpose"] = Words.For("group.purpose"),
            ["assumptions"] = Words.For("group.assumptions"),
            ["posture"] = "coexistence",
        }))["id"].Text();
        Keep("group", group);
        await ines.DoAsync($"/api/channels/groups/{group}/members", new JsonObject { ["person"] = (await amal.ReadAsync("/api/identity/me"))["person"]!["id"].Text() });
        Keep("channel", (await ines.DoAsync($"/api/channels/groups/{group}/channels", new JsonObject { ["name"] = Words.For("channel.name"), ["kind"] = "plenary" }))["id"].Text());
        await ines.DoAsync($"/api/channels/groups/{group}/posture", new JsonObject { ["posture"] = "distance", ["reason"] = Words.For("posture.reason") });
    }

    private async Task GetThingsWrongAsync(HttpClient amal, HttpClient okan)
    {
        var plenary = await amal.ChannelAsync("Plenary");
        var messages = $"/api/channels/channels/{plenary}/messages";
        await SayAsync(amal, messages, new JsonObject { ["text"] = Words.For("bad.text"), ["sensitivity"] = Words.For("bad.code"), ["unheard"] = Words.For("bad.member") }, keep: false);
        await SayAsync(amal, messages, new JsonObject { [Words.For("bad.name")] = "x", ["text"] = new JsonArray(Words.For("bad.shape")) }, keep: false);
        await SayAsync(amal, $"/api/incidents/channels/{plenary}/reports", new JsonObject { ["category"] = Words.For("bad.category"), ["occurredAt"] = Words.For("bad.instant") }, keep: false);
        await SayAsync(okan, $"/api/channels/items/{Items[0]}/edit", new JsonObject { ["text"] = Words.For("bad.foreignEdit") }, keep: false);
        await SayAsync(okan, "/api/identity/sessions", new JsonObject { ["account"] = "amal", ["password"] = Words.For("bad.password") }, keep: false);
        using var broken = new StringContent($"{{ \"text\": \"{Words.For("bad.json")}", System.Text.Encoding.UTF8, "application/json");
        using var answer = await amal.PostAsync(messages, broken);
        Answers.Add(await answer.Content.ReadAsStringAsync());
        using var search = await amal.GetAsync($"/api/release/items?q={Words.For("search.word")}");
        Answers.Add(await search.Content.ReadAsStringAsync());
    }

    private JsonObject ReportInEveryField(string kind)
    {
        var report = new JsonObject
        {
            ["category"] = "AMBUSH_ROAD_ATTACK",
            ["occurredAt"] = "2026-02-26T07:40:00Z",
            ["releaseTo"] = new JsonArray("own-side", "audience:military:northern-force"),
            ["sourceReference"] = new JsonObject { ["system"] = "register", ["id"] = Words.For($"{kind}.sourceReference") },
        };
        // P-codes are codes with a form of their own and no words; the reason of a correction is written when something is corrected.
        foreach (var field in IncidentSchema.Schema.Fields.Where(field =>
            field.Shape == FieldShape.Text && field.Name != "correctionReason" && !field.Name.EndsWith("Pcode", StringComparison.Ordinal)))
        {
            report[field.Name] = Words.For($"{kind}.{field.Name}");
        }

        return report;
    }

    private void Keep(string parameter, params string[] some)
    {
        ids.TryAdd(parameter, []);
        ids[parameter].AddRange(some);
    }

    private async Task<string> SayAsync(HttpClient person, string path, JsonObject body, bool keep = true)
    {
        using var answer = await person.SayAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        if (path != "/api/release/preview")
        {
            Answers.Add($"{path} {(int)answer.StatusCode} {answer.Headers} {answer.Content.Headers} {text}");
        }

        Assert.True(!keep || answer.IsSuccessStatusCode, $"{path} answered {(int)answer.StatusCode}: {text}");
        if (keep && JsonNode.Parse(text.Length == 0 ? "{}" : text)!["item"]?.GetValue<string>() is { } item)
        {
            Keep("item", item);
            return item;
        }

        return string.Empty;
    }
}
