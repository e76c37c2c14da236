using System.Net;
using System.Text.Json.Nodes;
using ContactGroup.Cli.Tests.Fake;

namespace ContactGroup.Cli.Tests.Commands;

/// <summary>An advisory is issued as it was shown, and what comes after goes to the service that keeps it.</summary>
public sealed class AdvisoryCommandTests
{
    private const string Item = "0123456789abcdefghjkmnpqrs";
    private const string IssueRoute = "POST /api/movements/channels/c2/advisories";

    private static readonly string[] Closure =
    [
        "advisories", "issue", "NGO room", "--type", "CLOSURE", "--severity", "SEVERE", "--urgency", "EXPECTED", "--certainty", "OBSERVED",
        "--from", "2026-12-01T06:00:00Z", "--until", "2026-12-03T16:00:00Z", "--country", "SYR", "--position", "36.123456,37.234567", "--radius", "2000",
        "--corner", "36.1,37.1", "--corner", "36.2,37.1", "--corner", "36.2,37.2", "--summary", "The bridge is closed.", "--unit", "Second battalion",
    ];

    [Fact]
    public async Task An_advisory_is_previewed_and_issued()
    {
        using var terminal = await new Terminal().SignedInAsync();
        Takes(terminal, IssueRoute);

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync(Closure));

        var sent = Sent(terminal, IssueRoute);
        Assert.Equal("shown", sent.Shown);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                { "advisoryType": "CLOSURE", "severity": "SEVERE", "urgency": "EXPECTED", "certainty": "OBSERVED",
                  "validFrom": "2026-12-01T06:00:00Z", "validUntil": "2026-12-03T16:00:00Z", "country": "SYR",
                  "position": { "lat": 36.123456, "lon": 37.234567 }, "radius": 2000,
                  "outline": [{ "lat": 36.1, "lon": 37.1 }, { "lat": 36.2, "lon": 37.1 }, { "lat": 36.2, "lon": 37.2 }],
                  "summary": "The bridge is closed.", "unit": "Second battalion" }
                """),
            sent.Json));
        Assert.Equal("advisory", Sent(terminal, "POST /api/release/preview").Json["kind"]!.GetValue<string>());
    }

    [Fact]
    public async Task That_the_humanitarian_side_is_not_told_yet_is_said()
    {
        using var terminal = await new Terminal().SignedInAsync();
        Takes(terminal, IssueRoute, new { field = "summary", text = "A coordinator looks first." });

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync(Closure));

        Assert.Contains("summary: A coordinator looks first.", terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_position_is_not_sent()
    {
        using var terminal = await new Terminal().SignedInAsync();

        Assert.Equal(ExitCode.Usage, await terminal.RunAsync([.. Closure, "--corner", "here"]));

        Assert.DoesNotContain(terminal.Api.Requests, sent => sent.Route is IssueRoute);
    }

    [Theory]
    [InlineData("amend", "amend-advisory", """{ "severity": "MINOR", "clear": ["radius"], "reason": "Less." }""", "--severity", "MINOR", "--clear", "radius", "--reason", "Less.")]
    [InlineData("end", "end", """{ "reason": "Repaired." }""", "--reason", "Repaired.")]
    [InlineData("withdraw", "withdraw", """{ "reason": "Wrong bridge." }""", "--reason", "Wrong bridge.")]
    public async Task What_comes_after_goes_at_once(string verb, string address, string body, params string[] options)
    {
        using var terminal = await new Terminal().SignedInAsync();
        Takes(terminal, $"POST /api/movements/items/{Item}/{address}");

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync(["advisories", verb, Item, .. options]));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), Sent(terminal, $"POST /api/movements/items/{Item}/{address}").Json));
    }

    private static void Takes(Terminal terminal, string route, params object[] warnings) =>
        terminal.Api.On(route, _ => (HttpStatusCode.Accepted, new { item = Item, reference = "ADV-AAAA-BBBB", version = 2, warnings }));

    private static FakeApi.Sent Sent(Terminal terminal, string route) => terminal.Api.Requests.Single(sent => sent.Route == route);
}
