using System.Net;
using System.Text.Json.Nodes;
using ContactGroup.Cli.Tests.Fake;

namespace ContactGroup.Cli.Tests.Commands;

/// <summary>A change of what exists is shown as far as it would go, and goes no further.</summary>
public sealed class ChangeCommandTests
{
    private const string Item = "0123456789abcdefghjkmnpqrs";

    [Fact]
    public async Task An_edit_is_judged_with_the_audience_that_the_message_has()
    {
        using var terminal = await new Terminal().SignedInAsync();
        Present(terminal, "message", new { text = "Old." });
        terminal.Api.On($"POST /api/channels/items/{Item}/edit", _ => (HttpStatusCode.Accepted, new { item = Item, reference = "MSG-AAAA-BBBB", version = 2 }));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("edit", Item, "New."));

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                { "channel": "c2", "kind": "message", "content": { "text": "New." }, "sensitivity": "high",
                  "releaseTo": ["own-side", "humanitarian", "audience:military:northern-force"] }
                """),
            Sent(terminal, "POST /api/release/preview").Json));
        var edit = Sent(terminal, $"POST /api/channels/items/{Item}/edit");
        Assert.Equal("shown", edit.Shown);
        Assert.False(edit.Json.ContainsKey("releaseTo"));
    }

    [Fact]
    public async Task An_update_is_judged_as_the_whole_report_would_be()
    {
        using var terminal = await new Terminal().SignedInAsync();
        Present(terminal, "incident", new { hazard = "ROAD_ATTACK", category = "AMBUSH_ROAD_ATTACK", occurredAt = "2026-11-21T00:00:00Z", timeKnown = false, summary = "Old." });
        terminal.Api.On($"POST /api/incidents/items/{Item}/update", _ => (HttpStatusCode.Accepted, new { item = Item, reference = "SIR-AAAA-BBBB", version = 2 }));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("update", Item, "--summary", "New.", "--sensitivity", "low"));

        var preview = Sent(terminal, "POST /api/release/preview").Json;
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{ "category": "AMBUSH_ROAD_ATTACK", "occurredAt": "2026-11-21", "summary": "New." }"""), preview["content"]));
        Assert.Equal("low", preview["sensitivity"]!.GetValue<string>());
        var update = Sent(terminal, $"POST /api/incidents/items/{Item}/update");
        Assert.Equal("shown", update.Shown);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{ "summary": "New.", "sensitivity": "low" }"""), update.Json));
    }

    [Fact]
    public async Task An_edit_that_would_reach_further_is_not_stored_and_says_who_was_added()
    {
        using var terminal = await new Terminal().SignedInAsync();
        Present(terminal, "message", new { text = "Old." });
        terminal.Api.On($"POST /api/channels/items/{Item}/edit", _ => (HttpStatusCode.Conflict, new
        {
            code = "CG-3020",
            views = new[] { new { audience = "side:political", label = "the political side", outcome = "shown", sentence = "At once." } },
            fingerprint = "wider",
        }));

        Assert.Equal(ExitCode.Refused, await terminal.RunAsync("edit", Item, "New."));

        Assert.Contains("the political side: At once.", terminal.Error, StringComparison.Ordinal);
        Assert.Contains("--confirm wider", terminal.Error, StringComparison.Ordinal);
    }

    private static FakeApi.Sent Sent(Terminal terminal, string route) => terminal.Api.Requests.Single(sent => sent.Route == route);

    private static void Present(Terminal terminal, string kind, object fields) => terminal.Api.On($"GET /api/release/items/{Item}", _ => (HttpStatusCode.OK, new
    {
        item = Item,
        kind,
        channel = "c2",
        revision = 1,
        releasedAt = "2026-11-21T08:00:00Z",
        status = "current",
        fields,
        marking = new { sensitivity = "high", caveats = Array.Empty<string>(), policy = "humanitarian-space@2" },
        releases = new[]
        {
            new { audience = "side:humanitarian", state = "released" },
            new { audience = "audience:military:northern-force", state = "in-review" },
            new { audience = "side:political", state = "withheld" },
        },
        exercise = true,
    }));
}
