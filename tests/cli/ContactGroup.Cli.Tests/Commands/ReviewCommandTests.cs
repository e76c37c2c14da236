using System.Net;
using System.Text.Json.Nodes;
using ContactGroup.Cli.Tests.Fake;

namespace ContactGroup.Cli.Tests.Commands;

public sealed class ReviewCommandTests
{
    private const string Release = "POST /api/release/reviews/r1/release";
    private const string Item = "0123456789abcdefghjkmnpqrs";

    [Fact]
    public async Task A_release_names_what_was_looked_at_and_what_is_changed()
    {
        using var terminal = await new Terminal().SignedInAsync();
        Queue(terminal);
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(file, "Road closed.\n");

        var exit = await terminal.RunAsync(
            "release", "SIR-AAAA-BBBB", "--omit", "place", "--coarse", "occurredAt", "--text", $"summary=@{file}", "--note", "Names a guard.");
        File.Delete(file);

        Assert.Equal(ExitCode.Ok, exit);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                { "note": "Names a guard.", "shown": "hash-1",
                  "fields": { "place": { "omit": true }, "occurredAt": { "grain": "coarse" }, "summary": { "text": "Road closed." } } }
                """),
            terminal.Api.Requests.Single(sent => sent.Route == Release).Json));
    }

    [Theory]
    [InlineData("--text", "summary")]
    [InlineData("--text", "summary=@/no/such/file")]
    public async Task Words_that_cannot_be_read_release_nothing(string option, string value)
    {
        using var terminal = await new Terminal().SignedInAsync();
        Queue(terminal);

        Assert.Equal(ExitCode.Usage, await terminal.RunAsync("release", "SIR-AAAA-BBBB", option, value));

        Assert.DoesNotContain(terminal.Api.Requests, sent => sent.Route == Release);
    }

    [Fact]
    public async Task A_field_is_changed_in_one_way()
    {
        using var terminal = await new Terminal().SignedInAsync();
        Queue(terminal);

        Assert.Equal(ExitCode.Usage, await terminal.RunAsync("release", "SIR-AAAA-BBBB", "--omit", "summary", "--text", "summary=Words."));

        Assert.DoesNotContain(terminal.Api.Requests, sent => sent.Route == Release);
    }

    [Theory]
    [InlineData("consent")]
    [InlineData("decline")]
    public async Task An_owner_answers_the_request_that_waits(string verb)
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On($"GET /api/release/items/{Item}", _ => (HttpStatusCode.OK, new
        {
            item = Item,
            kind = "message",
            channel = "c1",
            revision = 1,
            releasedAt = "2026-11-21T08:00:00Z",
            fields = new { text = "Words." },
            exercise = true,
            widenings = new[]
            {
                new { widening = "w0", audience = "side:political", state = "declined", reason = "Why not.", at = "2026-11-21T08:00:00Z" },
                new { widening = "w1", audience = "side:political", state = "asked", reason = "Please.", at = "2026-11-21T09:00:00Z" },
            },
        }));
        terminal.Api.On($"POST /api/release/items/{Item}/widenings/w1/{verb}", _ => (HttpStatusCode.NoContent, null));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync(verb, Item));

        Assert.Contains(terminal.Api.Requests, sent => sent.Route == $"POST /api/release/items/{Item}/widenings/w1/{verb}");
    }

    [Theory]
    [InlineData("uphold")]
    [InlineData("return")]
    public async Task What_is_quarantined_is_listed_and_settled_by_its_reference(string verb)
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On("GET /api/release/quarantine", _ => (HttpStatusCode.OK, new
        {
            quarantined = new[] { new { item = Item, reference = "MSG-AAAA-BBBB", channel = "c2", at = "2026-11-21T08:00:00Z" } },
        }));
        terminal.Api.On($"POST /api/release/quarantine/{Item}/{verb}", _ => (HttpStatusCode.NoContent, null));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("quarantine", "list"));
        Assert.Contains("MSG-AAAA-BBBB", terminal.Out, StringComparison.Ordinal);
        Assert.Contains("NGO room", terminal.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("quarantine", verb, "msg-aaaa-bbbb", "--reason", "It bears a marking."));

        var sent = terminal.Api.Requests.Single(request => request.Route == $"POST /api/release/quarantine/{Item}/{verb}");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{ "reason": "It bears a marking." }"""), sent.Json));
        Assert.NotNull(sent.Key);
    }

    private static void Queue(Terminal terminal)
    {
        terminal.Api.On("GET /api/release/reviews", _ => (HttpStatusCode.OK, new
        {
            reviews = new[]
            {
                new
                {
                    review = "r1", item = "i1", reference = "SIR-AAAA-BBBB", kind = "incident", channel = "c1", audience = "audience:military:northern-force",
                    reason = "It would cross.", openedAt = "2026-11-21T08:00:00Z", shown = "hash-1", original = new { summary = "Words." },
                    proposed = new { summary = "Words." },
                },
            },
        }));
        terminal.Api.On(Release, _ => (HttpStatusCode.NoContent, null));
    }
}
