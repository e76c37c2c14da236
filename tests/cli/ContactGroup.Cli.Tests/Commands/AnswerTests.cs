using System.Net;
using System.Text.Json.Nodes;
using ContactGroup.Cli.Tests.Fake;

namespace ContactGroup.Cli.Tests.Commands;

public sealed class AnswerTests
{
    [Theory]
    [InlineData("whoami")]
    [InlineData("groups")]
    [InlineData("channels")]
    [InlineData("terms show Harbour")]
    [InlineData("post c2x Hello")]
    [InlineData("show SIR-AAAA-BBBB")]
    [InlineData("no-such-command")]
    public async Task Every_machine_answer_has_one_shape(string command)
    {
        using var terminal = await new Terminal().SignedInAsync();

        var exit = await terminal.RunAsync([.. command.Split(' '), "--json"]);

        var answer = terminal.Json;
        Assert.Equal(exit is ExitCode.Ok, answer["ok"]!.GetValue<bool>());
        Assert.Equal(exit is ExitCode.Ok ? ["ok", "kind", "data"] : ["ok", "error"], answer.Select(m => m.Key));
        if (exit is not ExitCode.Ok)
        {
            Assert.Equal(["code", "sentence", "remedy", "fields"], answer["error"]!.AsObject().Select(m => m.Key));
        }
    }

    [Fact]
    public async Task A_channel_may_be_given_by_its_name_and_both_sides_are_a_choice()
    {
        using var terminal = await new Terminal().SignedInAsync();

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("post", "ngo ROOM", "The road is open.", "--to", "both", "--sensitivity", "low"));

        var sent = terminal.Api.Requests.Single(r => r.Route == "POST /api/channels/channels/c2/messages");
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"text":"The road is open.","sensitivity":"low","releaseTo":["all"]}"""), sent.Json));
        Assert.NotNull(sent.Key);
        Assert.Contains("MSG-AAAA-BBBB", terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_found_in_a_text_is_named_and_not_sent_unless_that_is_said()
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On("POST /api/release/preview", _ => (HttpStatusCode.OK, new
        {
            views = new[] { new { audience = "audience:military:northern-force", label = "the force", outcome = "review", sentence = "After a coordinator." } },
            findings = new[] { new { field = "text", kind = "coordinate", start = 3, length = 16, sentence = "This looks like a position." } },
            fingerprint = "shown",
        }));

        Assert.Equal(ExitCode.Refused, await terminal.RunAsync("post", "NGO room", "At 33.5138, 36.2765", "--to", "both"));
        Assert.DoesNotContain(terminal.Api.Requests, request => request.Route == "POST /api/channels/channels/c2/messages");
        Assert.Contains("text, characters 4 to 19: This looks like a position.", terminal.Error, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("post", "NGO room", "At 33.5138, 36.2765", "--to", "both", "--yes"));
    }

    [Fact]
    public async Task A_wider_audience_is_named_with_how_to_go_on()
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On("POST /api/channels/channels/c2/messages", _ => (HttpStatusCode.Conflict, new
        {
            code = "CG-3020",
            title = "the audience is wider than you were shown",
            views = new[] { new { audience = "side:political", label = "the political side", outcome = "shown", sentence = "Goes to the political side at once." } },
            fingerprint = "wider",
        }));

        Assert.Equal(ExitCode.Refused, await terminal.RunAsync("post", "NGO room", "Hello", "--to", "both"));

        Assert.Contains("Goes to the political side at once.", terminal.Error, StringComparison.Ordinal);
        Assert.Contains("--confirm wider", terminal.Error, StringComparison.Ordinal);

        await terminal.RunAsync("post", "NGO room", "Hello", "--to", "both", "--confirm", "wider");

        Assert.Equal("wider", terminal.Api.Requests.Last().Shown);
        Assert.Equal(1, terminal.Api.Requests.Count(request => request.Route == "POST /api/release/preview"));
    }

    [Fact]
    public async Task Whom_a_message_reaches_is_said_before_it_is_sent()
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On("POST /api/release/preview", _ => (HttpStatusCode.OK, new
        {
            views = new[]
            {
                new { audience = "side:humanitarian", label = "the humanitarian side", outcome = "shown", sentence = "At once." },
                new { audience = "side:political", label = "the political side", outcome = "withheld", sentence = "Nothing." },
            },
            fingerprint = "shown",
        }));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("post", "NGO room", "Hello"));

        Assert.Contains("the humanitarian side: At once.", terminal.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("the political side", terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yes", (int)ExitCode.Ok, "wider")]
    [InlineData("no", (int)ExitCode.Refused, "shown")]
    public async Task A_person_is_asked_about_a_wider_audience_and_the_same_command_goes_once(string answer, int expected, string lastShown)
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On("POST /api/channels/channels/c2/messages", sent => sent.Shown is "wider"
            ? (HttpStatusCode.Accepted, new { item = "i1", reference = "MSG-AAAA-BBBB", version = 1 })
            : (HttpStatusCode.Conflict, new
            {
                code = "CG-3020",
                views = new[] { new { audience = "side:political", label = "the political side", outcome = "review", sentence = "After a coordinator." } },
                fingerprint = "wider",
            }));

        Assert.Equal((ExitCode)expected, await terminal.RunAsPersonAsync(answer + "\n", "post", "NGO room", "Hello", "--to", "both"));

        Assert.Contains("  the political side: After a coordinator.", terminal.Error, StringComparison.Ordinal);
        var posts = terminal.Api.Requests.Where(request => request.Route == "POST /api/channels/channels/c2/messages").ToList();
        Assert.Equal(lastShown, posts[^1].Shown);
        Assert.Single(posts.Select(post => post.Key).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_text_may_come_from_standard_input()
    {
        using var terminal = await new Terminal().SignedInAsync();

        await terminal.RunWithInputAsync("First line.\nSecond line.\n", "post", "NGO room", "-");

        Assert.Equal("First line.\nSecond line.", terminal.Api.Requests.Last().Json["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_name_used_twice_asks_which_one()
    {
        using var terminal = await new Terminal().SignedInAsync();

        Assert.Equal(ExitCode.Usage, await terminal.RunAsync("post", "Plenary", "Hello"));

        Assert.Contains("\"Meridian/Plenary\", \"Harbour/Plenary\"", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_channel_exits_with_4_and_says_which_there_are()
    {
        using var terminal = await new Terminal().SignedInAsync();

        Assert.Equal(ExitCode.NotFound, await terminal.RunAsync("post", "Cellar", "Hello"));

        Assert.Contains("\"NGO room\"", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_field_is_named_with_its_remedy()
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On("POST /api/incidents/channels/c2/reports", _ => FakeApi.Problem(400, "CG-1002", new { category = new[] { "Give a code of the list." } }));

        Assert.Equal(ExitCode.Refused, await terminal.RunAsync("report", "NGO room", "--category", "TEA", "--at", "2026-03-01"));

        Assert.Contains("category: Give a code of the list.", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_takes_options_over_a_file()
    {
        using var terminal = await new Terminal().SignedInAsync();
        var file = terminal.Write("report.json", """{"category":"ROBBERY","occurredAt":"2026-03-01","position":{"lat":1.5}}""");

        await terminal.RunAsync("report", "NGO room", "--file", file, "--category", "LOOTING", "--lon", "2.5", "--killed", "1", "--near-miss");

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"category":"LOOTING","occurredAt":"2026-03-01","position":{"lat":1.5,"lon":2.5},"nearMiss":true,"impact":{"killed":1}}"""),
            terminal.Api.Requests.Last().Json));
    }

    [Fact]
    public async Task Text_of_others_cannot_steer_the_terminal()
    {
        using var terminal = await new Terminal().SignedInAsync();
        const string id = "7k3mq2xd7k3mq2xd7k3mq2xd7k";
        terminal.Api.On($"GET /api/release/items/{id}", _ => (System.Net.HttpStatusCode.OK, new
        {
            item = id,
            kind = "message",
            channel = "c2",
            revision = 1,
            releasedAt = "2026-03-01T08:00:00Z",
            exercise = false,
            fields = new { text = "a\u001b[2Jb\u202Ec\rd" },
        }));

        await terminal.RunAsync("show", id);

        Assert.DoesNotContain('\u001b', terminal.Out);
        Assert.DoesNotContain('\u202E', terminal.Out);
        Assert.DoesNotContain('\r', terminal.Out);
    }

    [Fact]
    public async Task Channels_say_whom_a_notification_reaches_and_where_nobody_may_notify()
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On("GET /api/channels/groups", _ => (HttpStatusCode.OK, new
        {
            groups = new[]
            {
                FakeApi.Group("g1", "Meridian", [
                    FakeApi.Channel("c1", "Movements and sites", "notification", ["military:northern-force", "police"]),
                    FakeApi.Channel("c2", "Desk", "desk", []),
                    FakeApi.Channel("c3", "Plenary", "plenary", forces: null)]),
            },
        }));

        await terminal.RunAsync("channels");

        Assert.Matches("Movements and sites +notification +all +no +to who is named +military:northern-force, police +c1", terminal.Out);
        Assert.Matches("Desk +desk +all +no +stays here +reaches nobody +c2", terminal.Out);
        Assert.Matches("Plenary +plenary +all +no +stays here +no +c3", terminal.Out);
    }

    [Fact]
    public async Task Terms_are_accepted_in_the_version_that_was_shown()
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On("POST /api/channels/groups/g2/terms/acceptance", _ => (System.Net.HttpStatusCode.NoContent, null));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("terms", "accept", "Harbour"));

        Assert.Equal(3, terminal.Api.Requests.Last().Json["version"]!.GetValue<int>());
    }

    [Fact]
    public async Task Misuse_exits_with_2_and_points_to_help()
    {
        using var terminal = new Terminal();

        Assert.Equal(ExitCode.Usage, await terminal.RunAsync("terms", "accept", "--nonsense"));

        Assert.Contains("contactgroup terms accept --help", terminal.Error, StringComparison.Ordinal);
    }
}
