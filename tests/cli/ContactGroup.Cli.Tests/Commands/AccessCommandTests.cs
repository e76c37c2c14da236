using System.Net;
using System.Text.Json.Nodes;
using ContactGroup.Cli.Tests.Fake;

namespace ContactGroup.Cli.Tests.Commands;

/// <summary>A notice is raised as it was shown, followed up where notices are kept, and counted.</summary>
public sealed class AccessCommandTests
{
    private const string Item = "0123456789abcdefghjkmnpqrs";
    private const string RaiseRoute = "POST /api/access/channels/c2/notices";

    [Fact]
    public async Task A_notice_is_previewed_and_raised_as_it_was_said()
    {
        using var terminal = await new Terminal().SignedInAsync();
        Takes(terminal, RaiseRoute);

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync(
            "access", "raise", "NGO room", "--type", "AC3", "--severity", "3", "--country", "SYR", "--start", "2026-02-20", "--title", "Papers at the bridge",
            "--sector", "HEALTH", "--sector", "NUTRITION", "--negotiation", "With the governor."));

        var sent = Sent(terminal, RaiseRoute);
        Assert.Equal("shown", sent.Shown);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                { "constraintType": "AC3", "severity": "3", "country": "SYR", "startedAt": "2026-02-20", "title": "Papers at the bridge",
                  "sectors": ["HEALTH", "NUTRITION"], "negotiation": "With the governor." }
                """),
            sent.Json));
        var preview = Sent(terminal, "POST /api/release/preview").Json;
        Assert.Equal("access-constraint", preview["kind"]!.GetValue<string>());
        Assert.True(JsonNode.DeepEquals(sent.Json, preview["content"]));
    }

    [Fact]
    public async Task An_update_is_previewed_over_what_is_there_and_sends_what_is_different()
    {
        using var terminal = await new Terminal().SignedInAsync();
        Present(terminal);
        Takes(terminal, $"POST /api/access/items/{Item}/update");

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("access", "update", Item, "--severity", "2", "--clear", "impediment", "--reason", "It eases."));

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{ "severity": "2", "clear": ["impediment"], "reason": "It eases." }"""), Sent(terminal, $"POST /api/access/items/{Item}/update").Json));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{ "constraintType": "AC3", "severity": "2", "country": "SYR", "title": "Papers at the bridge" }"""),
            Sent(terminal, "POST /api/release/preview").Json["content"]));
    }

    [Fact]
    public async Task Who_follows_it_up_is_said_without_a_preview()
    {
        using var terminal = await new Terminal().SignedInAsync();
        Takes(terminal, $"POST /api/access/items/{Item}/update");

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("access", "update", Item, "--follow-up-owner", "Coordination", "--follow-up-by", "2026-03-10"));

        Assert.DoesNotContain(terminal.Api.Requests, sent => sent.Route is "POST /api/release/preview");
    }

    [Fact]
    public async Task A_state_is_said_and_one_that_is_none_is_not_sent()
    {
        using var terminal = await new Terminal().SignedInAsync();
        Takes(terminal, $"POST /api/access/items/{Item}/state");

        Assert.Equal(ExitCode.Usage, await terminal.RunAsync("access", "state", Item, "open"));
        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("access", "state", Item, "resolved", "--note", "Open again."));

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{ "state": "RESOLVED", "note": "Open again." }"""), Sent(terminal, $"POST /api/access/items/{Item}/state").Json));
    }

    [Theory]
    [InlineData("withdraw")]
    [InlineData("access withdraw")]
    public async Task A_notice_is_taken_back_where_notices_are_kept_and_with_a_reason(string command)
    {
        using var terminal = await new Terminal().SignedInAsync();
        Present(terminal);
        Takes(terminal, $"POST /api/access/items/{Item}/withdraw");

        Assert.Equal(ExitCode.Usage, await terminal.RunAsync([.. command.Split(' '), Item]));
        Assert.Equal(ExitCode.Ok, await terminal.RunAsync([.. command.Split(' '), Item, "--reason", "The wrong bridge."]));

        Assert.Equal("The wrong bridge.", Sent(terminal, $"POST /api/access/items/{Item}/withdraw").Json["reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_overview_is_a_table_that_says_as_of_when()
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On("GET /api/access/overview", _ => (HttpStatusCode.OK, new
        {
            country = "SYR",
            from = "2026-01",
            to = "2026-02",
            publishedAt = "2026-03-01T00:00:00Z",
            minimum = 3,
            cells = new object[]
            {
                new { admin1 = "SY02", month = "2026-02", constraintType = "AC3", count = 4, highestSeverity = "3-4" },
                new { month = "2026-02", constraintType = "AC3", count = 3, highestSeverity = "1-2" },
            },
            exercise = Array.Empty<object>(),
        }));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("access", "overview", "--country", "SYR", "--from", "2026-01", "--until", "2026-02"));

        Assert.Contains("country=SYR&from=2026-01&to=2026-02", Sent(terminal, "GET /api/access/overview").Address.Query, StringComparison.Ordinal);
        Assert.Contains("other areas", terminal.Out, StringComparison.Ordinal);
        Assert.Contains("Fewer than 3", terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notices_are_listed_with_what_is_due_and_whether_they_ease()
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On("GET /api/release/items", _ => (HttpStatusCode.OK, new { items = new[] { Notice() }, count = 1 }));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("items", "--kind", "access-constraint"));

        Assert.Contains("FOLLOW-UP DUE · AC3 · REPORTED · severity 3 · eases from 4 · SYR", terminal.Out, StringComparison.Ordinal);
    }

    private static FakeApi.Sent Sent(Terminal terminal, string route) => terminal.Api.Requests.Single(sent => sent.Route == route);

    private static void Takes(Terminal terminal, string route) =>
        terminal.Api.On(route, _ => (HttpStatusCode.Accepted, new { item = Item, reference = "ACN-AAAA-BBBB", version = 2 }));

    private static void Present(Terminal terminal) => terminal.Api.On($"GET /api/release/items/{Item}", _ => (HttpStatusCode.OK, Notice()));

    private static object Notice() => new
    {
        item = Item,
        kind = "access-constraint",
        channel = "c2",
        revision = 1,
        releasedAt = "2026-11-21T08:00:00Z",
        reference = "ACN-AAAA-BBBB",
        status = "current",
        fields = new
        {
            constraintType = "AC3",
            state = "REPORTED",
            severity = "3",
            severityBefore = "4",
            severitySince = "2026-11-20T08:00:00Z",
            followUpDueSince = "2026-11-21T00:00:00Z",
            country = "SYR",
            title = "Papers at the bridge",
            impediment = "TRAVEL_PERMIT",
            organisation = new { id = "o1", name = "Relief One" },
            raisedBy = new { id = "p1", name = "Amal" },
        },
        marking = new { sensitivity = "moderate", caveats = Array.Empty<string>(), policy = "humanitarian-space@2" },
    };
}
