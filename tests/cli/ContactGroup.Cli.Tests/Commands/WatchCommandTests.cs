using System.Net;
using ContactGroup.Cli.Commands;
using ContactGroup.Cli.Tests.Fake;

namespace ContactGroup.Cli.Tests.Commands;

/// <summary>Who watches reads what arrives.</summary>
public sealed class WatchCommandTests
{
    [Fact]
    public async Task What_a_notification_is_and_is_not_is_said_with_the_first_of_them()
    {
        using var terminal = await Watching("humanitarian", "message", "movement", "site");

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("watch", "--from-start", "--count", "3"));

        Assert.Equal(2, terminal.Out.Split(OnNotification.Law).Length);
        Assert.Contains("REF-movement", terminal.Out[..terminal.Out.IndexOf(OnNotification.Law, StringComparison.Ordinal)], StringComparison.Ordinal);
    }

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
