using System.Net;
using System.Text.Json.Nodes;
using ContactGroup.Cli.Tests.Fake;

namespace ContactGroup.Cli.Tests.Commands;

/// <summary>A force keeps concerns, lists and removes them, and sees what comes into them.</summary>
public sealed class ConcernCommandTests
{
    private const string Id = "0123456789abcdefghjkmnpqrs";
    private const string Route = "POST /api/movements/concerns";

    [Fact]
    public async Task A_circle_is_kept()
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On(Route, _ => (HttpStatusCode.Created, new { id = Id }));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync(
            ["concerns", "add", "Ridge", "--from", "2026-12-01T06:00:00Z", "--until", "2026-12-03T06:00:00Z", "--position", "36.1,37.2", "--radius", "5000"]));

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                { "note": "Ridge", "from": "2026-12-01T06:00:00+00:00", "until": "2026-12-03T06:00:00+00:00", "position": { "lat": 36.1, "lon": 37.2 }, "radius": 5000 }
                """),
            terminal.Api.Requests.Single(sent => sent.Route == Route).Json));
        Assert.Contains(Id, terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outline_is_kept()
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On(Route, _ => (HttpStatusCode.Created, new { id = Id }));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync(
            ["concerns", "add", "Ridge", "--from", "2026-12-01T06:00:00Z", "--until", "2026-12-03T06:00:00Z", "--corner", "36.1,37.2", "--corner", "36.2,37.2", "--corner", "36.2,37.3"]));

        Assert.Equal(3, terminal.Api.Requests.Single(sent => sent.Route == Route).Json["outline"]!.AsArray().Count);
    }

    [Fact]
    public async Task What_is_kept_is_listed_and_removed()
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On("GET /api/movements/concerns", _ => (HttpStatusCode.OK, new
        {
            concerns = new[] { new { id = Id, note = "Ridge", from = "2026-12-01T06:00:00Z", until = "2026-12-03T06:00:00Z", position = new { lat = 36.1, lon = 37.2 }, radius = 5000 } },
        }));
        terminal.Api.On($"DELETE /api/movements/concerns/{Id}", _ => (HttpStatusCode.NoContent, null));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync(["concerns", "list"]));
        Assert.Contains("36.1,37.2 5000 m", terminal.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await terminal.RunAsync(["concerns", "remove", Id]));

        Assert.Contains(terminal.Api.Requests, sent => sent.Route == $"DELETE /api/movements/concerns/{Id}");
    }

    [Fact]
    public async Task What_comes_into_a_concern_is_said_with_what_can_be_done_and_that_there_is_more()
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On("GET /api/movements/overlaps", _ => (HttpStatusCode.OK, new
        {
            overlaps = new[] { new { item = "i1", reference = "HNM-AAAA-BBBB", kind = "movement", concern = Id, note = "Ridge", from = "2026-12-01T06:00:00Z", until = "2026-12-03T06:00:00Z" } },
            complete = false,
        }));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync(["overlaps"]));

        Assert.Contains("HNM-AAAA-BBBB", terminal.Out, StringComparison.Ordinal);
        Assert.Contains("advisories issue", terminal.Out, StringComparison.Ordinal);
        Assert.Contains("There is more", terminal.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_not_compared_is_listed_to_be_read_and_that_there_is_more_only_when_there_is(bool unnamed)
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On("GET /api/movements/overlaps", _ => (HttpStatusCode.OK, new
        {
            overlaps = Array.Empty<object>(),
            unreckoned = new[] { new { item = "i2", reference = "HNM-CCCC-DDDD", kind = "movement" } },
            unnamed,
            complete = false,
        }));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync(["overlaps"]));

        Assert.Contains("HNM-CCCC-DDDD", terminal.Out, StringComparison.Ordinal);
        Assert.Contains("Not compared", terminal.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing that your force was told of", terminal.Out, StringComparison.Ordinal);
        Assert.Equal(unnamed, terminal.Out.Contains("There is more", StringComparison.Ordinal));
    }
}
