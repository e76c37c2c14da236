using System.Text.Json.Nodes;
using ContactGroup.Contracts;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Movements.Tests.Features;

public sealed class OverlapTests(MovementsApp app) : IClassFixture<MovementsApp>
{
    /// <summary>A force of its own for each test, which holds nothing and keeps nothing.</summary>
    private readonly Participant force = People.Force with { PersonId = Ids.New(), OrganisationId = Ids.New(), SessionId = Ids.New() };

    [Fact]
    public async Task A_movement_that_goes_through_an_area_in_its_time_is_told_with_what_the_concern_says_and_nothing_of_the_movement()
    {
        var concern = await KeepAsync(Concerns.Good());
        var movement = Hold("movement", Concerns.Movement());

        var answer = await app.GetAsync(force, "overlaps");

        Assert.True((bool)answer.Body["complete"]!);
        var overlap = Assert.Single(answer.Body["overlaps"]!.AsArray())!.AsObject();
        Assert.Equal(["concern", "from", "item", "kind", "note", "reference", "until"], overlap.Select(field => field.Key).Order(StringComparer.Ordinal));
        Assert.Equal((movement, "movement", concern, "Ridge above the road"), ((string)overlap["item"]!, (string)overlap["kind"]!, (string)overlap["concern"]!, (string)overlap["note"]!));
        Assert.Equal("2026-03-02T00:00:00Z", (string?)overlap["from"]);
    }

    [Theory]
    [InlineData(35.2, true)]
    [InlineData(35.31, true)] // 12 km north: within the circle and the way that a road may swing
    [InlineData(35.4, false)]
    [InlineData(36.2, false)]
    public async Task A_leg_counts_as_far_as_a_road_may_swing(double lat, bool overlaps)
    {
        await KeepAsync(Concerns.Good());
        Hold("movement", Concerns.Movement(("route", new JsonArray(Notifications.Stop("ORIGIN", lat, 39.1), Notifications.Stop("DESTINATION", lat, 40.1)))));

        Assert.Equal(overlaps ? 1 : 0, await CountAsync());
    }

    [Fact]
    public async Task A_route_that_was_drawn_around_an_area_does_not_come_into_it_and_one_that_was_drawn_into_it_does()
    {
        await KeepAsync(Concerns.Good());
        var far = new JsonArray(Notifications.Stop("ORIGIN", 35.8, 39.1), Notifications.Stop("DESTINATION", 35.8, 40.1));
        Hold("movement", Concerns.Movement(("routeGeometry", Line([39.1, 35.2], [39.1, 35.7], [40.1, 35.7], [40.1, 35.2]))));
        Assert.Equal(0, await CountAsync());

        Hold("movement", Concerns.Movement(("route", far), ("routeGeometry", Line([39.1, 35.8], [39.6, 35.2], [40.1, 35.8]))));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Every_way_that_may_be_taken_counts_and_so_does_every_stop_of_a_drawn_route()
    {
        await KeepAsync(Concerns.Good());
        var far = new JsonArray(Notifications.Stop("ORIGIN", 35.8, 39.1), Notifications.Stop("DESTINATION", 35.8, 40.1));
        Hold("movement", Concerns.Movement(("route", far), ("alternateRoutes", new JsonArray(Line([39.1, 35.8], [39.6, 35.2], [40.1, 35.8])))));
        Assert.Equal(1, await CountAsync());

        var by = new JsonArray(far[0]!.DeepClone(), Notifications.Stop("STOP", 35.25, 39.6), far[1]!.DeepClone());
        Hold("movement", Concerns.Movement(("route", by), ("routeGeometry", Line([39.1, 35.8], [39.6, 35.6], [40.1, 35.8]))));
        Assert.Equal(2, await CountAsync());
    }

    [Theory]
    [InlineData("2026-03-01T09:00:00Z", "2026-03-01T23:59:59Z", 0)]
    [InlineData("2026-03-01T09:00:00Z", "2026-03-02T00:00:01Z", 1)]
    [InlineData("2026-03-09T00:00:00Z", "2026-03-09T06:00:00Z", 0)]
    [InlineData("2026-03-08T23:59:59Z", "2026-03-09T06:00:00Z", 1)]
    public async Task A_movement_counts_in_its_window(string start, string end, int overlaps)
    {
        await KeepAsync(Concerns.Good());
        Hold("movement", Concerns.Movement(("windowStart", start), ("windowEnd", end)));

        Assert.Equal(overlaps, await CountAsync());
    }

    [Theory]
    [InlineData("COMPLETED", 0)]
    [InlineData("CANCELLED", 0)]
    [InlineData("POSTPONED", 1)]
    [InlineData("UNDERWAY", 1)]
    public async Task A_movement_that_is_over_counts_no_more(string state, int overlaps)
    {
        await KeepAsync(Concerns.Good());
        Hold("movement", Concerns.Movement(("state", state)));

        Assert.Equal(overlaps, await CountAsync());
    }

    [Fact]
    public async Task Who_is_still_on_the_way_after_its_window_counts_on()
    {
        await KeepAsync(Concerns.Good(("from", "2026-03-01T00:00:00Z")));
        Hold("movement", Concerns.Movement(("state", "UNDERWAY"), ("windowStart", "2026-02-28T06:00:00Z"), ("windowEnd", "2026-02-28T18:00:00Z")));
        Hold("movement", Concerns.Movement(("windowStart", "2026-02-28T06:00:00Z"), ("windowEnd", "2026-02-28T18:00:00Z")));

        Assert.Equal(1, await CountAsync());
    }

    [Theory]
    [InlineData(35.2, 39.6, "NOTIFIED", 1)]
    [InlineData(35.2, 39.66, "NOTIFIED", 1)]
    [InlineData(35.2, 39.8, "NOTIFIED", 0)]
    [InlineData(35.2, 39.6, "REMOVED", 0)]
    public async Task A_site_in_an_area_is_told_until_it_is_removed(double lat, double lon, string state, int overlaps)
    {
        await KeepAsync(Concerns.Good());
        Hold("site", new JsonObject { ["state"] = state, ["position"] = Advisories.Corner(lat, lon) });

        Assert.Equal(overlaps, await CountAsync());
    }

    [Fact]
    public async Task A_site_counts_as_far_as_it_is_valid_and_its_outline_goes()
    {
        await KeepAsync(Concerns.Good());
        var site = new JsonObject
        {
            ["state"] = "NOTIFIED",
            ["position"] = Advisories.Corner(35.2, 39.69),
            ["footprint"] = new JsonArray(Advisories.Corner(35.2, 39.65), Advisories.Corner(35.21, 39.65), Advisories.Corner(35.21, 39.73), Advisories.Corner(35.2, 39.73)),
            ["validUntil"] = "2026-03-20T00:00:00Z",
        };
        Hold("site", site);
        Hold("site", new JsonObject(site.Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()))) { ["validUntil"] = "2026-03-01T12:00:00Z" });

        Assert.Equal(1, await CountAsync());
    }

    [Theory]
    [InlineData("STALE", 1)]
    [InlineData("REMOVED", 0)]
    public async Task A_site_that_nobody_took_off_counts_on_after_its_validity(string state, int overlaps)
    {
        await KeepAsync(Concerns.Good());
        Hold("site", new JsonObject { ["state"] = state, ["position"] = Advisories.Corner(35.2, 39.6), ["validUntil"] = "2026-02-20T00:00:00Z" });

        Assert.Equal(overlaps, await CountAsync());
    }

    [Theory]
    [InlineData(35.2, 39.1, 35.2, 40.1, 1)] // through it, with both ends outside
    [InlineData(35.2, 39.55, 35.2, 39.56, 1)] // wholly inside it
    [InlineData(34.5, 39.1, 34.5, 40.1, 0)]
    public async Task An_outline_is_an_area_as_well(double fromLat, double fromLon, double toLat, double toLon, int overlaps)
    {
        var corners = new JsonArray(Advisories.Corner(35.1, 39.5), Advisories.Corner(35.3, 39.5), Advisories.Corner(35.3, 39.8), Advisories.Corner(35.1, 39.8));
        await KeepAsync(Concerns.Good(("position", null), ("radius", null), ("outline", corners)));
        Hold("movement", Concerns.Movement(("route", new JsonArray(Notifications.Stop("ORIGIN", fromLat, fromLon), Notifications.Stop("DESTINATION", toLat, toLon)))));

        Assert.Equal(overlaps, await CountAsync());
    }

    [Fact]
    public async Task Across_the_antimeridian_it_is_the_same()
    {
        await KeepAsync(Concerns.Good(("position", Advisories.Corner(-17.5, 179.95))));
        await KeepAsync(Concerns.Good(("position", null), ("radius", null), ("outline", new JsonArray(
            Advisories.Corner(-17.6, 179.9), Advisories.Corner(-17.4, 179.9), Advisories.Corner(-17.4, -179.9), Advisories.Corner(-17.6, -179.9)))));
        Hold("movement", Concerns.Movement(("route", new JsonArray(Notifications.Stop("ORIGIN", -17.5, 179.5), Notifications.Stop("DESTINATION", -17.5, -179.5)))));

        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task What_is_held_coarsely_is_known_coarsely_and_what_is_not_shown_is_not_found_out()
    {
        await KeepAsync(Concerns.Good());
        var cells = new JsonArray(new JsonObject { ["coarse"] = true, ["lat"] = 35.25, ["lon"] = 39.65, ["cellDegrees"] = 0.1 });
        var coarse = Hold("movement", Concerns.Movement(("route", new JsonObject { ["coarse"] = true, ["cells"] = cells }), ("windowStart", new JsonObject { ["coarse"] = true, ["day"] = "2026-03-05" })));
        var withoutRoute = Concerns.Movement();
        withoutRoute.Remove("route");
        var hidden = Hold("movement", withoutRoute);
        Hold("movement", new JsonObject { ["state"] = "CANCELLED" });

        var answer = (await app.GetAsync(force, "overlaps")).Body;
        Assert.Equal(coarse, (string?)Assert.Single(answer["overlaps"]!.AsArray())!["item"]);
        Assert.Equal(hidden, (string?)Assert.Single(answer["unreckoned"]!.AsArray())!["item"]);
        Assert.False((bool)answer["complete"]!);
    }

    [Fact]
    public async Task Who_keeps_no_concern_has_nothing_to_compare()
    {
        var hidden = Concerns.Movement();
        hidden.Remove("route");
        Hold("movement", hidden);

        var answer = (await app.GetAsync(force, "overlaps")).Body;

        Assert.Equal((0, 0, true), (answer["overlaps"]!.AsArray().Count, answer["unreckoned"]!.AsArray().Count, (bool)answer["complete"]!));
    }

    [Fact]
    public async Task What_is_held_is_asked_for_whether_there_are_concerns_or_not()
    {
        var asked = app.HeldNotifications.Asked;
        await app.GetAsync(force, "overlaps");
        var without = app.HeldNotifications.Asked - asked;
        await KeepAsync(Concerns.Good());

        await app.GetAsync(force, "overlaps");

        Assert.Equal(2, without);
        Assert.Equal(without * 2, app.HeldNotifications.Asked - asked);
    }

    [Fact]
    public async Task That_there_is_more_than_was_looked_at_is_said()
    {
        app.HeldNotifications.IsCut = true;
        try
        {
            var answer = (await app.GetAsync(force, "overlaps")).Body;
            Assert.Equal((0, true, false), (answer["unreckoned"]!.AsArray().Count, (bool)answer["unnamed"]!, (bool)answer["complete"]!));
        }
        finally
        {
            app.HeldNotifications.IsCut = false;
        }
    }

    [Fact]
    public async Task However_long_routes_and_areas_are_an_answer_comes_and_names_what_was_not_compared()
    {
        var held = await TooMuchAsync();

        var answer = (await app.GetAsync(force, "overlaps")).Body;

        Assert.Equal((0, false, false), (answer["overlaps"]!.AsArray().Count, (bool)answer["unnamed"]!, (bool)answer["complete"]!));
        var named = answer["unreckoned"]!.AsArray().Select(one => one!.AsObject()).ToList();
        Assert.NotEmpty(named);
        Assert.All(named, one => Assert.Equal(["item", "kind", "reference"], one.Select(field => field.Key).Order(StringComparer.Ordinal)));
        Assert.All(named, one => Assert.Equal(("movement", "REF-" + ((string)one["item"]!)[..4]), ((string)one["kind"]!, (string)one["reference"]!)));
        Assert.Subset(held.ToHashSet(StringComparer.Ordinal), named.Select(one => (string)one["item"]!).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Long_roads_keep_no_site_from_being_looked_at()
    {
        await TooMuchAsync();
        var site = Hold("site", new JsonObject { ["position"] = Advisories.Corner(35.2, 39.6) });

        var answer = (await app.GetAsync(force, "overlaps")).Body;

        Assert.All(answer["overlaps"]!.AsArray(), overlap => Assert.Equal(site, (string?)overlap!["item"]));
        Assert.Equal((30, false), (answer["overlaps"]!.AsArray().Count, (bool)answer["complete"]!));
        Assert.DoesNotContain(answer["unreckoned"]!.AsArray(), one => (string?)one!["item"] == site);
    }

    [Fact]
    public async Task What_is_not_near_in_place_or_time_or_is_over_is_not_named_as_not_compared()
    {
        await TooMuchAsync();
        var stops = new JsonArray(Notifications.Stop("ORIGIN", 36.8, 39.1), Notifications.Stop("DESTINATION", 36.8, 40.1));
        string[] others = [
            Hold("movement", Concerns.Movement(("route", stops))),
            Hold("movement", Concerns.Movement(("windowStart", "2026-02-01T06:00:00Z"), ("windowEnd", "2026-02-01T18:00:00Z"))),
            Hold("movement", Concerns.Movement(("state", "COMPLETED"))),
        ];

        var answer = (await app.GetAsync(force, "overlaps")).Body;

        Assert.Empty(answer["unreckoned"]!.AsArray().Select(one => (string)one!["item"]!).Intersect(others));
    }

    [Fact]
    public async Task A_hundred_are_named_and_that_there_are_more_is_said()
    {
        await TooMuchAsync(movements: 200);

        var answer = (await app.GetAsync(force, "overlaps")).Body;

        Assert.Equal((100, true, false), (answer["unreckoned"]!.AsArray().Count, (bool)answer["unnamed"]!, (bool)answer["complete"]!));
    }

    [Fact]
    public async Task What_is_beyond_the_overlaps_that_are_listed_is_named()
    {
        for (var concern = 0; concern < 40; concern++)
        {
            await KeepAsync(Concerns.Good());
        }

        var held = Enumerable.Range(0, 27).Select(_ => Hold("site", new JsonObject { ["position"] = Advisories.Corner(35.2, 39.6) })).ToList();

        var answer = (await app.GetAsync(force, "overlaps")).Body;

        Assert.Equal((1000, false, false), (answer["overlaps"]!.AsArray().Count, (bool)answer["unnamed"]!, (bool)answer["complete"]!));
        Assert.Equal(held.Skip(25), answer["unreckoned"]!.AsArray().Select(one => (string)one!["item"]!));
    }

    [Fact]
    public async Task Another_force_that_holds_the_same_and_keeps_less_is_told_by_its_own_concerns_alone()
    {
        await TooMuchAsync();
        var other = force with { PersonId = Ids.New(), OrganisationId = Ids.New(), SessionId = Ids.New() };
        var site = app.HeldNotifications.Give(other.OrganisationId, "site", new JsonObject { ["position"] = Advisories.Corner(35.2, 39.6) });
        Assert.Equal(201, (await app.PostAsync(other, "concerns", Concerns.Good())).Status);

        var answer = (await app.GetAsync(other, "overlaps")).Body;

        Assert.Equal(site, (string?)Assert.Single(answer["overlaps"]!.AsArray())!["item"]);
        Assert.Equal((0, false, true), (answer["unreckoned"]!.AsArray().Count, (bool)answer["unnamed"]!, (bool)answer["complete"]!));
    }

    private async Task<List<string>> TooMuchAsync(int movements = 30)
    {
        for (var concern = 0; concern < 30; concern++)
        {
            await KeepAsync(Concerns.Good(("position", null), ("radius", null), ("outline", Around(0.01, Advisories.Corner))));
        }

        var around = new JsonArray([.. Around(0.0235, (lat, lon) => Notifications.Stop("WAYPOINT", lat, lon)).Select(stop => stop!.DeepClone())]);
        (around[0]!["type"], around[^1]!["type"]) = ("ORIGIN", "DESTINATION");
        return [.. Enumerable.Range(0, movements).Select(_ => Hold("movement", Concerns.Movement(("route", around.DeepClone()))))];
    }

    private static JsonArray Around(double degrees, Func<double, double, JsonObject> at) => new([.. Enumerable.Range(0, 50)
        .Select(part => part * Math.Tau / 50)
        .Select(angle => at(35.2 + (degrees * Math.Sin(angle)), 39.6 + (degrees * Math.Cos(angle))))]);

    [Fact]
    public async Task While_release_does_not_answer_nothing_is_said_to_be_clear()
    {
        await KeepAsync(Concerns.Good());
        app.HeldNotifications.Away = true;
        try
        {
            Assert.Equal(503, (await app.GetAsync(force, "overlaps")).Status);
        }
        finally
        {
            app.HeldNotifications.Away = false;
        }
    }

    private string Hold(string kind, JsonObject fields) => app.HeldNotifications.Give(force.OrganisationId, kind, fields);

    private async Task<int> CountAsync() => (await app.GetAsync(force, "overlaps")).Body["overlaps"]!.AsArray().Count;

    private async Task<string> KeepAsync(JsonObject body)
    {
        var answer = await app.PostAsync(force, "concerns", body);
        Assert.Equal(201, answer.Status);
        return answer.Body["id"]!.GetValue<string>();
    }

    private static JsonObject Line(params double[][] positions) => new()
    {
        ["type"] = "LineString",
        ["coordinates"] = new JsonArray([.. positions.Select(position => new JsonArray(position[0], position[1]))]),
    };
}
