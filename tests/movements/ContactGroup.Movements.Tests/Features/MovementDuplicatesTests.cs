using System.Text.Json.Nodes;

namespace ContactGroup.Movements.Tests.Features;

/// <summary>What looks like the same movement is told to the organisation that notified both, and nothing of anybody else's is.</summary>
public sealed class MovementDuplicatesTests(MovementsApp app) : IClassFixture<MovementsApp>
{
    // About a hundred metres, and about a kilometre, of latitude.
    private const double Near = 0.0009;
    private const double Further = 0.009;

    [Fact]
    public async Task The_same_way_in_the_same_time_is_told_with_its_reference_and_holds_nothing_up()
    {
        var room = app.Room();
        var first = await app.PostAsync(People.Ngo, Address(room), Notifications.Good());

        var second = await app.PostAsync(People.Colleague, Address(room), Going(Near, "CD 9876"));

        Assert.Equal(202, second.Status);
        var warning = Assert.Single(second.Body["warnings"]!.AsArray());
        Assert.Equal("route", (string?)warning!["field"]);
        Assert.StartsWith((string)first.Body["reference"]! + " of your organisation goes the same way", (string)warning["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_on_the_way_more_does_not_make_it_another_movement_and_the_way_back_does()
    {
        var room = app.Room();
        await app.NotifiedAsync(People.Ngo, room);
        var (from, by, to) = (Notifications.Stop("ORIGIN", 35.123456, 39.512345), Notifications.Stop("WAYPOINT", 35.234567, 39.712345), Notifications.Stop("DESTINATION", 35.412345, 39.923456));

        Assert.Contains("the same way", await ToldAsync(room, Going("CD 9876", from, by, to)), StringComparison.Ordinal);
        Assert.Empty(await ToldAsync(room, Going("EF 5432", Notifications.Stop("ORIGIN", 35.412345, 39.923456), Notifications.Stop("DESTINATION", 35.123456, 39.512345))));
    }

    [Theory]
    [InlineData("AB 1234")]
    [InlineData("ab-1234")]
    public async Task A_vehicle_cannot_be_on_two_ways_in_one_time(string plate)
    {
        var room = app.Room();
        await app.NotifiedAsync(People.Ngo, room);

        var told = await ToldAsync(room, Going(Further, plate));

        Assert.Contains("a vehicle of the same registration", told, StringComparison.Ordinal);
        Assert.DoesNotContain("1234", told.Replace("HNM-", string.Empty, StringComparison.Ordinal).Split(" of your")[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_way_with_others_and_vehicles_without_a_registration_are_another_movement()
    {
        var room = app.Room();
        await app.NotifiedAsync(People.Ngo, room, Notifications.Good(("vehicles", Unregistered())));
        var other = Going(Further, "CD 9876");
        other["vehicles"] = Unregistered();

        Assert.Empty(await ToldAsync(room, other));
    }

    [Theory]
    [InlineData("2026-03-05T14:00:00Z", "2026-03-05T20:00:00Z", false)]
    [InlineData("2026-03-05T13:59:00Z", "2026-03-05T20:00:00Z", true)]
    [InlineData("2026-03-12T06:00:00Z", "2026-03-12T14:00:00Z", false)]
    public async Task The_same_way_at_another_time_is_another_movement(string start, string end, bool told)
    {
        var room = app.Room();
        await app.NotifiedAsync(People.Ngo, room);

        Assert.Equal(told, (await ToldAsync(room, Notifications.Good(("windowStart", start), ("windowEnd", end)))).Length > 0);
    }

    [Fact]
    public async Task Movements_of_another_organisation_and_of_another_room_are_told_to_nobody()
    {
        var (room, elsewhere) = (app.Room(), app.Room());
        await app.NotifiedAsync(People.OtherNgo, room);
        await app.NotifiedAsync(People.Ngo, elsewhere);

        Assert.Empty(await ToldAsync(room, Notifications.Good()));
    }

    [Theory]
    [InlineData("withdraw", """{"reason":"It was a mistake."}""")]
    [InlineData("state", """{"state":"CANCELLED"}""")]
    public async Task A_movement_that_is_over_is_no_duplicate(string act, string body)
    {
        var room = app.Room();
        var item = await app.NotifiedAsync(People.Ngo, room);
        Assert.Equal(202, (await app.PostAsync(People.Ngo, $"items/{item}/{act}", body)).Status);

        Assert.Empty(await ToldAsync(room, Notifications.Good()));
    }

    [Fact]
    public async Task A_movement_is_no_duplicate_of_itself_and_one_that_is_amended_into_another_is_told()
    {
        var room = app.Room();
        await app.NotifiedAsync(People.Ngo, room);
        var item = await app.NotifiedAsync(People.Ngo, room, Going(Further, "CD 9876"));

        Assert.Empty((await app.PostAsync(People.Ngo, $"items/{item}/amend", """{"notes":"Another note."}""")).Body["warnings"]!.AsArray());
        var amended = await app.PostAsync(People.Ngo, $"items/{item}/amend", new JsonObject { ["vehicles"] = new JsonArray(Truck("AB 1234")) }.ToJsonString());
        Assert.Single(amended.Body["warnings"]!.AsArray());
        Assert.Empty((await app.PostAsync(People.Ngo, $"items/{item}/state", """{"state":"POSTPONED"}""")).Body["warnings"]!.AsArray());
    }

    [Fact]
    public async Task What_was_notified_before_an_upgrade_is_compared_after_it_and_what_is_over_is_not()
    {
        using var old = new MovementsApp();
        await old.InitializeAsync();
        try
        {
            var room = old.Room();
            var first = await old.NotifiedAsync(People.Ngo, room);
            var cancelled = await old.NotifiedAsync(People.Ngo, room, Going(Further, "CD 9876"));
            Assert.Equal(202, (await old.PostAsync(People.Ngo, $"items/{cancelled}/state", """{"state":"CANCELLED"}""")).Status);
            var deadlines = await old.DeadlinesAsync(first);

            // A second time, while those of the first are there still.
            await old.UpgradeFromWithoutTripsAsync();
            await old.LookAtTripsAsync();
            await old.PassAsync(TimeSpan.Zero);

            var again = await old.PostAsync(People.Ngo, Address(room), Notifications.Good());
            Assert.Equal("route", (string?)Assert.Single(again.Body["warnings"]!.AsArray())!["field"]);
            Assert.Empty((await old.PostAsync(People.Ngo, Address(room), Going(Further, "CD 9876"))).Body["warnings"]!.AsArray());
            Assert.Equal((1, deadlines), ((await old.StoredAsync(first)).Version, await old.DeadlinesAsync(first)));
        }
        finally
        {
            await old.DisposeAsync();
        }
    }

    private async Task<string> ToldAsync(string room, JsonObject body)
    {
        var answer = await app.PostAsync(People.Ngo, Address(room), body);
        Assert.Equal(202, answer.Status);
        return string.Join(' ', answer.Body["warnings"]!.AsArray().Select(warning => (string)warning!["text"]!));
    }

    private static JsonObject Going(double away, string plate) => Going(
        plate, Notifications.Stop("ORIGIN", 35.123456 + away, 39.512345), Notifications.Stop("DESTINATION", 35.412345 - away, 39.923456));

    private static JsonObject Going(string plate, params JsonNode[] stops)
    {
        var body = Notifications.Good();
        body["route"] = new JsonArray(stops);
        body["vehicles"] = new JsonArray(Truck(plate));
        return body;
    }

    private static JsonArray Unregistered() => [new JsonObject { ["type"] = "TRUCK_LT_10T" }];

    private static JsonObject Truck(string plate) => new() { ["type"] = "TRUCK_LT_10T", ["plate"] = plate };

    private static string Address(string room) => $"channels/{room}/movements";
}
