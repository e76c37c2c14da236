using System.Net;
using ContactGroup.Cli.Commands;
using ContactGroup.Cli.Tests.Fake;

namespace ContactGroup.Cli.Tests.Commands;

/// <summary>Who watches reads what arrives; a force reads with it what comes newly into its concerns, and nobody else asks for that.</summary>
public sealed class WatchCommandTests
{
    private const string Overlaps = "GET /api/movements/overlaps";

    [Fact]
    public async Task What_a_notification_is_and_is_not_is_said_with_the_first_of_them()
    {
        using var terminal = await Watching("humanitarian", "message", "movement", "site");

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("watch", "--from-start", "--count", "3"));

        Assert.Equal(2, terminal.Out.Split(OnNotification.Law).Length);
        Assert.Contains("REF-movement", terminal.Out[..terminal.Out.IndexOf(OnNotification.Law, StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("humanitarian")]
    [InlineData("political")]
    public async Task Nobody_but_a_force_asks_what_comes_into_concerns(string side)
    {
        using var terminal = await Watching(side, "movement");

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("watch", "--from-start", "--count", "1"));

        Assert.DoesNotContain(terminal.Api.Requests, sent => sent.Route == Overlaps);
    }

    [Fact]
    public async Task A_force_is_told_how_many_there_are_and_then_of_each_that_is_new()
    {
        using var terminal = await Watching("security", "movement");
        var asked = 0;
        terminal.Api.On(Overlaps, _ => (HttpStatusCode.OK, new { overlaps = asked++ == 0 ? new[] { Overlap("old") } : [Overlap("old"), Overlap("new")], complete = true }));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("watch", "--from-start", "--count", "1"));

        Assert.Contains("1 that your force holds come into a concern, or may", terminal.Error, StringComparison.Ordinal);
        Assert.Contains("REF-new comes into a concern of your force: Ridge", terminal.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("REF-old comes", terminal.Out, StringComparison.Ordinal);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task What_arrived_and_is_no_notification_is_no_reason_to_ask_again_whether_there_are_concerns_or_not()
    {
        using var terminal = await Watching("security", "message", "incident");
        terminal.Api.On(Overlaps, _ => (HttpStatusCode.OK, new { overlaps = Array.Empty<object>(), complete = true }));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("watch", "--from-start", "--count", "2"));

        Assert.Single(terminal.Api.Requests, sent => sent.Route == Overlaps);
    }

    [Fact]
    public async Task What_cannot_be_found_out_does_not_end_the_watch()
    {
        using var terminal = await Watching("security", "movement");

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("watch", "--from-start", "--count", "1"));

        Assert.Contains("REF-movement", terminal.Out, StringComparison.Ordinal);
        Assert.Contains("was not found out", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_arrives_is_read_also_while_it_is_not_known_who_watches()
    {
        using var terminal = await Watching("security", "movement");
        terminal.Api.On("GET /api/identity/me", _ => (HttpStatusCode.NotFound, new { code = "CG-2004", title = "Not found", status = 404 }));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("watch", "--from-start", "--count", "1"));

        Assert.Contains("REF-movement", terminal.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(terminal.Api.Requests, sent => sent.Route == Overlaps);
    }

    private static object Overlap(string name) => new
    {
        item = "i-" + name,
        reference = "REF-" + name,
        kind = "movement",
        concern = "c1",
        note = "Ridge",
        from = "2026-12-01T06:00:00Z",
        until = "2026-12-03T06:00:00Z",
    };

    // What is there already comes before a connection is opened.
    private static async Task<Terminal> Watching(string side, params string[] kinds)
    {
        var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On("GET /api/identity/me", _ => (HttpStatusCode.OK, new { person = new { id = "p1", account = "ada", displayName = "Ada" }, side, isCoordinator = false }));
        terminal.Api.On("GET /api/release/streams", _ => (HttpStatusCode.OK, new
        {
            streams = new[] { new { stream = "s1", channel = "c2", scope = "audience", head = kinds.Length, cursor = "end", start = "start" } },
        }));
        terminal.Api.On("GET /api/release/streams/s1/entries", _ => (HttpStatusCode.OK, new { entries = kinds.Select(Entry), cursor = "end", more = false }));
        return terminal;
    }

    private static object Entry(string kind, int index) => new
    {
        stream = "s1",
        seq = index + 1,
        prevSeq = index,
        op = "put",
        item = "i-" + kind,
        at = "2026-11-21T08:00:00Z",
        view = new { item = "i-" + kind, kind, channel = "c2", revision = 1, releasedAt = "2026-11-21T08:00:00Z", reference = "REF-" + kind, status = "current", fields = new { state = "NOTIFIED" } },
    };
}
