using System.Text.Json.Nodes;
using ContactGroup.Contracts;

namespace ContactGroup.Architecture.Tests;

/// <summary>People write, change and handle a message and a report in which every free word is a canary; every answer of the writing services is kept.</summary>
internal sealed class CanaryScenario
{
    private readonly List<string> answers = [];

    private CanaryScenario()
    {
    }

    /// <summary>A word of the message that stands nowhere else.</summary>
    public string MessageCanary { get; } = $"canarymessage{Ids.New()}";

    /// <summary>A word of the report that stands nowhere else.</summary>
    public string ReportCanary { get; } = $"canaryreport{Ids.New()}";

    /// <summary>What the writing services answered.</summary>
    public IReadOnlyList<string> Answers => answers;

    public string Message { get; private set; } = string.Empty;

    public string Report { get; private set; } = string.Empty;

    public static async Task<CanaryScenario> PlayAsync(RunningStandalone app)
    {
        var scenario = new CanaryScenario();
        var amal = await app.AsAsync("amal");
        var jonas = await app.AsAsync("jonas");
        var ines = await app.AsAsync("ines");
        var plenary = await amal.ChannelAsync("Plenary");
        var m = scenario.MessageCanary;
        var r = scenario.ReportCanary;

        scenario.Message = await scenario.SayAsync(amal, $"/api/channels/channels/{plenary}/messages", new JsonObject { ["text"] = m, ["releaseTo"] = new JsonArray("all"), ["acknowledgementRequested"] = true });
        await amal.SeeAsync($"/api/release/items/{scenario.Message}", item => item["fields"]!["text"].Text() == m);
        await scenario.SayAsync(amal, $"/api/channels/items/{scenario.Message}/edit", new JsonObject { ["text"] = $"{m} again", ["releaseTo"] = new JsonArray("all") });
        await scenario.SayAsync(jonas, $"/api/channels/items/{scenario.Message}/acknowledge", []);
        await scenario.SayAsync(jonas, $"/api/channels/channels/{plenary}/messages", new JsonObject { ["text"] = m, ["replyTo"] = scenario.Message });

        scenario.Report = await scenario.SayAsync(amal, $"/api/incidents/channels/{plenary}/reports", ReportOf(r));
        await amal.SeeAsync($"/api/release/items/{scenario.Report}", item => item["fields"]!["summary"].Text() == r);
        await scenario.SayAsync(amal, $"/api/incidents/items/{scenario.Report}/update", new JsonObject { ["stage"] = "UPDATE", ["narrativeRestricted"] = $"{r} later" });
        await scenario.SayAsync(jonas, $"/api/incidents/items/{scenario.Report}/verify", new JsonObject { ["verification"] = "VERIFIED" });
        await scenario.SayAsync(amal, $"/api/incidents/items/{scenario.Report}/correct", new JsonObject { ["actorName"] = $"{r} other", ["reason"] = r });
        await ines.SeeAsync("/api/release/reviews", page => page["reviews"]!.AsArray().Any(review => review!["item"].Text() == scenario.Report));

        var notice = await scenario.SayAsync(amal, $"/api/access/channels/{plenary}/notices", NoticeOf(r));
        await amal.SeeAsync($"/api/release/items/{notice}", item => item["fields"]!["title"].Text() == r);
        await scenario.SayAsync(amal, $"/api/release/items/{notice}/recall", new JsonObject { ["target"] = "side:humanitarian", ["reason"] = r });

        // What is refused must not come back either.
        await scenario.SayAsync(amal, $"/api/channels/channels/{plenary}/messages", new JsonObject { ["text"] = m, ["sensitivity"] = r, ["unheard"] = m });
        await scenario.SayAsync(amal, $"/api/incidents/channels/{plenary}/reports", new JsonObject { ["category"] = r, ["occurredAt"] = m });
        await scenario.SayAsync(await app.AsAsync("rafiq"), $"/api/channels/items/{scenario.Message}/edit", new JsonObject { ["text"] = m });
        return scenario;
    }

    private static JsonObject NoticeOf(string canary) => new()
    {
        ["constraintType"] = "AC3",
        ["severity"] = "3",
        ["country"] = "SYR",
        ["startedAt"] = "2026-02-20",
        ["title"] = canary,
    };

    private static JsonObject ReportOf(string canary) => new()
    {
        ["category"] = "AMBUSH_ROAD_ATTACK",
        ["occurredAt"] = "2026-02-26T07:40:00Z",
        ["title"] = canary,
        ["place"] = canary,
        ["summary"] = canary,
        ["narrativeRestricted"] = canary,
        ["actionsTaken"] = canary,
        ["supportRequested"] = canary,
        ["actorName"] = canary,
        ["assetDamage"] = canary,
        ["contactName"] = canary,
        ["releaseTo"] = new JsonArray("own-side", "audience:military:northern-force"),
        ["sourceReference"] = new JsonObject { ["system"] = "register", ["id"] = canary },
    };

    private async Task<string> SayAsync(HttpClient person, string path, JsonObject body)
    {
        using var answer = await person.SayAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        answers.Add($"{path} {(int)answer.StatusCode} {answer.Headers} {answer.Content.Headers} {text}");
        return JsonNode.Parse(text.Length == 0 ? "{}" : text)!["item"]?.GetValue<string>() ?? string.Empty;
    }
}
