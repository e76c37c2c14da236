using System.Net;
using ContactGroup.Cli.Commands;
using ContactGroup.Cli.Tests.Fake;

namespace ContactGroup.Cli.Tests.Commands;

/// <summary>What a notification is and is not is said once wherever one is shown to a person, and nowhere else.</summary>
public sealed class LawTests
{
    private const string Id = "0123456789abcdefghjkmnpqrs";

    [Theory]
    [InlineData("movement", true)]
    [InlineData("site", true)]
    [InlineData("incident", false)]
    [InlineData("advisory", false)]
    public async Task A_list_says_it_once_when_there_is_a_notification_in_it(string kind, bool said)
    {
        using var terminal = await Answering("GET /api/release/items", new { items = new[] { Item(kind), Item("message"), Item(kind) }, count = 3 });

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("items"));

        Assert.Equal(said ? 1 : 0, Times(terminal.Out));
    }

    [Fact]
    public async Task A_history_says_it_of_a_notification_and_not_of_anything_else()
    {
        using var notified = await Answering($"GET /api/release/items/{Id}/history", History(new { notice = "NOTIFICATION_ONLY", state = "NOTIFIED" }));
        using var reported = await Answering($"GET /api/release/items/{Id}/history", History(new { hazard = "ROAD_ATTACK" }));

        Assert.Equal(ExitCode.Ok, await notified.RunAsync("history", Id));
        Assert.Equal(ExitCode.Ok, await reported.RunAsync("history", Id));

        Assert.Equal(1, Times(notified.Out));
        Assert.Equal(0, Times(reported.Out));
    }

    [Fact]
    public async Task Overlaps_say_it_and_so_does_what_was_not_compared()
    {
        var overlap = new { item = "i1", reference = "HNM-AAAA-BBBB", kind = "movement", concern = Id, note = "Ridge", from = "2026-12-01T06:00:00Z", until = "2026-12-03T06:00:00Z" };
        using var overlapping = await Answering("GET /api/movements/overlaps", new { overlaps = new[] { overlap, overlap }, complete = true });
        using var uncompared = await Answering(
            "GET /api/movements/overlaps", new { overlaps = Array.Empty<object>(), unreckoned = new[] { new { item = "i2", reference = "HNS-CCCC-DDDD", kind = "site" } }, complete = false });
        using var none = await Answering("GET /api/movements/overlaps", new { overlaps = Array.Empty<object>(), complete = true });

        foreach (var (terminal, times) in new[] { (overlapping, 1), (uncompared, 1), (none, 0) })
        {
            Assert.Equal(ExitCode.Ok, await terminal.RunAsync("overlaps"));
            Assert.Equal(times, Times(terminal.Out));
        }
    }

    [Fact]
    public async Task What_waits_for_a_coordinator_says_it_once()
    {
        using var terminal = await Answering("GET /api/release/reviews", new { reviews = new[] { Review("movement"), Review("site"), Review("incident") } });

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("reviews"));

        Assert.Equal(1, Times(terminal.Out));
    }

    [Fact]
    public async Task Machines_are_given_the_code_and_not_the_sentence()
    {
        using var terminal = await Answering("GET /api/release/items", new { items = new[] { Item("movement") }, count = 1 });

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("items", "--json"));

        Assert.Equal(0, Times(terminal.Out));
    }

    private static async Task<Terminal> Answering(string route, object body)
    {
        var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On(route, _ => (HttpStatusCode.OK, body));
        return terminal;
    }

    private static object Item(string kind) => new
    {
        item = "i-" + kind,
        kind,
        channel = "c2",
        revision = 1,
        releasedAt = "2026-11-21T08:00:00Z",
        reference = "REF-AAAA-BBBB",
        status = "current",
        fields = new { state = "NOTIFIED" },
    };

    private static object History(object fields) =>
        new { item = Id, versions = new[] { new { number = 1, at = "2026-11-21T08:00:00Z", status = "current", fields } } };

    private static object Review(string kind) => new
    {
        review = "r-" + kind,
        item = "i-" + kind,
        reference = "REF-AAAA-BBBB",
        kind,
        channel = "c2",
        audience = "military:northern-force",
        reason = "It would cross.",
        openedAt = "2026-11-21T08:00:00Z",
    };

    private static int Times(string text) => text.Split(OnNotification.Law).Length - 1;
}
