using System.Text.Json.Nodes;

namespace ContactGroup.Movements.Tests.Features;

/// <summary>A stop is made at a time or from one to another, inside the window, and a route goes forward in time. The window is 06:00 to 14:00.</summary>
public sealed class StopTimesTests(MovementsApp app) : IClassFixture<MovementsApp>
{
    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData("06:00", null, "12:00", null)]
    [InlineData("06:00", "07:00", "12:00", "14:00")]
    [InlineData("06:00", "12:00", "08:00", "13:00")]
    [InlineData("07:00", null, "07:00", null)]
    public async Task Times_that_hold_together_are_stored_as_said(string? at, string? until, string? nextAt, string? nextUntil)
    {
        var route = Route((at, until), (nextAt, nextUntil));

        var answer = await app.PostAsync(People.Ngo, Address(), Notifications.Good(("route", route)));

        Assert.Equal(202, answer.Status);
        Assert.True(JsonNode.DeepEquals(route, (await app.FactAsync(answer.Item, 1)).Content["route"]));
    }

    [Theory]
    [InlineData("route[0].at", null, "07:00", null, null)]
    [InlineData("route[0].until", "07:00", "07:00", null, null)]
    [InlineData("route[0].until", "07:00", "06:30", null, null)]
    [InlineData("route[0].until", "07:00", "14:01", null, null)]
    [InlineData("route[0].at", "05:59", "07:00", null, null)]
    [InlineData("route[1].at", "09:00", null, "08:00", null)]
    [InlineData("route[1].at", "09:00", "12:00", "08:00", "13:00")]
    [InlineData("route[1].until", "09:00", "12:00", "10:00", "11:00")]
    [InlineData("route[1].until", "09:00", "12:00", "10:00", null)]
    public async Task Times_that_do_not_are_named(string field, string? at, string? until, string? nextAt, string? nextUntil)
    {
        var answer = await app.PostAsync(People.Ngo, Address(), Notifications.Good(("route", Route((at, until), (nextAt, nextUntil)))));

        Assert.Equal((400, field), (answer.Status, Assert.Single(answer.Fields)));
    }

    [Fact]
    public async Task A_window_that_is_amended_still_has_every_stop_in_it_to_its_end()
    {
        var answer = await app.PostAsync(People.Ngo, Address(), Notifications.Good(("route", Route(("07:00", "13:00"), (null, null)))));

        var refused = await app.PostAsync(People.Ngo, $"items/{answer.Item}/amend", new JsonObject { ["windowEnd"] = "2026-03-05T12:00:00Z" });

        Assert.Equal((400, "route[0].until"), (refused.Status, Assert.Single(refused.Fields)));
    }

    private static JsonArray Route(params (string? At, string? Until)[] times) => [.. times.Select((time, index) =>
    {
        var stop = index == 0 ? Notifications.Stop("ORIGIN", 35.123456, 39.512345) : Notifications.Stop("DESTINATION", 35.412345, 39.923456);
        foreach (var (name, value) in new[] { ("at", time.At), ("until", time.Until) }.Where(part => part.Item2 is not null))
        {
            stop[name] = $"2026-03-05T{value}:00Z";
        }

        return stop;
    })];

    private string Address() => $"channels/{app.Room()}/movements";
}
