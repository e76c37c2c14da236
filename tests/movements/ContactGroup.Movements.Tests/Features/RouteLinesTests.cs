using System.Text.Json.Nodes;

namespace ContactGroup.Movements.Tests.Features;

/// <summary>How a route runs between its stops, and other ways that may be taken. The stops are at 35.123456 39.512345 and 35.412345 39.923456.</summary>
public sealed class RouteLinesTests(MovementsApp app) : IClassFixture<MovementsApp>
{
    private static readonly double[] Origin = [39.512345, 35.123456];
    private static readonly double[] Bend = [39.6, 35.3];
    private static readonly double[] Destination = [39.923456, 35.412345];

    [Fact]
    public async Task A_line_and_other_ways_are_stored_without_heights_and_as_exact_as_stops()
    {
        var answer = await NotifyAsync(("routeGeometry", Line(Origin, [39.6000001234, 35.3, 812.5], Destination)), ("alternateRoutes", new JsonArray(Line(Origin, Destination))));

        var content = (await app.FactAsync(answer.Item, 1)).Content;
        Assert.Equal("""{"type":"LineString","coordinates":[[39.512345,35.123456],[39.6,35.3],[39.923456,35.412345]]}""", content["routeGeometry"]!.ToJsonString());
        Assert.Single(content["alternateRoutes"]!.AsArray());
    }

    [Fact]
    public async Task A_line_near_the_stops_is_taken_and_one_that_passes_one_of_them_by_is_not()
    {
        Assert.Equal(202, (await NotifyAsync(("routeGeometry", Line([39.53, 35.14], Bend, [39.9, 35.4])))).Status);

        var third = Notifications.Stop("DELIVERY", 35.5, 39.5);
        await IsInvalidAsync(
            "routeGeometry.coordinates", ("routeGeometry", Line(Origin, Destination)), ("route", new JsonArray(Stops()[0]!.DeepClone(), third, Stops()[1]!.DeepClone())));
        await IsInvalidAsync("routeGeometry.coordinates[0]", ("routeGeometry", Line(Destination, Bend, Origin)));
        await IsInvalidAsync("routeGeometry.coordinates[1]", ("routeGeometry", Line(Origin, Bend)));
        await IsInvalidAsync("alternateRoutes[1].coordinates[1]", ("alternateRoutes", new JsonArray(Line(Origin, Destination), Line(Origin, Bend))));
    }

    [Fact]
    public async Task What_is_no_line_of_GeoJSON_is_refused_and_the_place_is_named()
    {
        await IsInvalidAsync("routeGeometry.type", ("routeGeometry", new JsonObject { ["type"] = "Polygon", ["coordinates"] = Line(Origin, Destination)["coordinates"]!.DeepClone() }));
        await IsInvalidAsync("routeGeometry.coordinates", ("routeGeometry", Line(Origin)));
        await IsInvalidAsync("routeGeometry.coordinates", ("routeGeometry", Line([.. Enumerable.Range(0, 500).Select(step => step % 2 == 0 ? Origin : Bend), Destination])));
        await IsInvalidAsync("routeGeometry.coordinates[1]", ("routeGeometry", Line(Origin, [39.6, 95], Destination)));
        await IsInvalidAsync("routeGeometry.coordinates[1]", ("routeGeometry", Line(Origin, [39.6], Destination)));
        await IsInvalidAsync("alternateRoutes", ("alternateRoutes", new JsonArray([.. Enumerable.Range(0, 4).Select(_ => Line(Origin, Destination))])));
    }

    [Fact]
    public async Task A_line_that_goes_nowhere_is_refused()
    {
        await IsInvalidAsync("routeGeometry.coordinates", ("routeGeometry", Line(Origin, Origin, Origin)));
        await IsInvalidAsync("routeGeometry.coordinates", ("routeGeometry", Line(Origin, [Origin[0] + 0.00000001, Origin[1]])));
        await IsInvalidAsync("alternateRoutes[0].coordinates", ("alternateRoutes", new JsonArray(Line(Origin, Origin))));
    }

    [Fact]
    public async Task A_line_and_other_ways_of_as_many_positions_as_there_may_be_are_taken()
    {
        var answer = await NotifyAsync(("routeGeometry", Long(500)), ("alternateRoutes", new JsonArray(Long(200), Long(200), Long(100))));

        Assert.Equal(202, answer.Status);
    }

    [Fact]
    public async Task More_positions_in_all_are_refused_with_how_many_there_are_and_what_to_do()
    {
        var answer = await NotifyAsync(("routeGeometry", Long(500)), ("alternateRoutes", new JsonArray(Long(200), Long(200), Long(101))));

        Assert.Equal((400, "alternateRoutes"), (answer.Status, Assert.Single(answer.Fields)));
        Assert.Contains("have 1001 positions together, and may have 1000; simplify the lines, or leave one way out", answer.Body.ToJsonString(), StringComparison.Ordinal);
        await IsInvalidAsync("alternateRoutes", ("alternateRoutes", new JsonArray(Long(500), Long(500), Long(2))));
    }

    [Theory]
    [InlineData("routeGeometry")]
    [InlineData("alternateRoutes")]
    public async Task What_an_amendment_says_counts_with_what_stood_there_before(string field)
    {
        JsonNode most = field == "routeGeometry" ? Long(500) : new JsonArray(Long(500));
        JsonNode more = field == "routeGeometry" ? Long(500) : new JsonArray(Long(500), Long(2));
        var movement = await NotifyAsync(("routeGeometry", Long(field == "routeGeometry" ? 2 : 500)), ("alternateRoutes", field == "routeGeometry" ? new JsonArray(Long(500), Long(2)) : new JsonArray(Long(2))));

        var refused = await AmendAsync(movement, new JsonObject { [field] = more.DeepClone() });
        Assert.Equal((400, field), (refused.Status, Assert.Single(refused.Fields)));

        var other = field == "routeGeometry" ? "alternateRoutes" : "routeGeometry";
        Assert.Equal(202, (await AmendAsync(movement, new JsonObject { [field] = most, ["clear"] = new JsonArray(other) })).Status);
    }

    [Fact]
    public async Task Lines_that_go_with_a_stop_that_is_elsewhere_do_not_count()
    {
        var movement = await NotifyAsync(("routeGeometry", Long(500)), ("alternateRoutes", new JsonArray(Long(500))));
        var stops = Stops();
        stops[1]!["lat"] = 35.412445;

        var answer = await AmendAsync(movement, new JsonObject { ["route"] = stops, ["alternateRoutes"] = new JsonArray(Long(500), Long(500)) });

        Assert.Equal(202, answer.Status);
    }

    [Fact]
    public async Task A_position_that_leaps_away_is_told_and_holds_nothing_up()
    {
        var answer = await NotifyAsync(("routeGeometry", Line(Origin, [39.6, 55.3], Destination)));

        Assert.Equal(202, answer.Status);
        Assert.Equal("routeGeometry.coordinates[1]", (string?)Assert.Single(answer.Body["warnings"]!.AsArray())!["field"]);
    }

    [Fact]
    public async Task Another_line_is_a_version_for_those_who_are_told()
    {
        var movement = await NotifyAsync(("routeGeometry", Line(Origin, Destination)));

        var answer = await app.PostAsync(People.Ngo, $"items/{movement.Item}/amend", new JsonObject { ["routeGeometry"] = Line(Origin, Bend, Destination) });

        Assert.Equal((202, 2), (answer.Status, (int)answer.Body["version"]!));
    }

    [Fact]
    public async Task A_line_stays_with_stops_that_stay_where_they_are_and_is_taken_out_with_a_warning_when_one_is_corrected_however_little()
    {
        var movement = await NotifyAsync(("routeGeometry", Line(Origin, Bend, Destination)), ("alternateRoutes", new JsonArray(Line(Origin, Destination))));
        var stops = Stops();

        stops[0]!["at"] = "2026-03-05T06:30:00Z";
        await app.PostAsync(People.Ngo, $"items/{movement.Item}/amend", new JsonObject { ["route"] = stops.DeepClone() });
        Assert.True((await app.FactAsync(movement.Item, 2)).Content.ContainsKey("routeGeometry"));

        stops[1]!["lat"] = 35.412445;
        var corrected = await app.PostAsync(People.Ngo, $"items/{movement.Item}/amend", new JsonObject { ["route"] = stops });

        Assert.Equal(202, corrected.Status);
        var content = (await app.FactAsync(movement.Item, 3)).Content;
        Assert.False(content.ContainsKey("routeGeometry") || content.ContainsKey("alternateRoutes"));
        Assert.Equal(["routeGeometry", "alternateRoutes"], corrected.Body["warnings"]!.AsArray().Select(warning => (string?)warning!["field"]));
        Assert.All(corrected.Body["warnings"]!.AsArray(), warning => Assert.Contains("draw", (string)warning!["text"]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_line_that_is_said_with_other_stops_stays_and_one_that_its_owner_takes_out_is_no_warning()
    {
        var movement = await NotifyAsync(("routeGeometry", Line(Origin, Destination)), ("alternateRoutes", new JsonArray(Line(Origin, Bend, Destination))));
        var stops = Stops();
        stops[1]!["lat"] = 35.412445;

        var answer = await app.PostAsync(
            People.Ngo, $"items/{movement.Item}/amend", new JsonObject { ["route"] = stops, ["routeGeometry"] = Line(Origin, Bend, Destination), ["clear"] = new JsonArray("alternateRoutes") });

        Assert.Equal((202, 0), (answer.Status, answer.Body["warnings"]!.AsArray().Count));
        var content = (await app.FactAsync(movement.Item, 2)).Content;
        Assert.Equal((true, false), (content.ContainsKey("routeGeometry"), content.ContainsKey("alternateRoutes")));
    }

    private static JsonArray Stops() => [Notifications.Stop("ORIGIN", 35.123456, 39.512345), Notifications.Stop("DESTINATION", 35.412345, 39.923456)];

    private static JsonObject Line(params double[][] positions) => new()
    {
        ["type"] = "LineString",
        ["coordinates"] = new JsonArray([.. positions.Select(position => new JsonArray([.. position.Select(degrees => JsonValue.Create(degrees))]))]),
    };

    private static JsonObject Long(int positions) =>
        Line([.. Enumerable.Range(0, positions - 1).Select(step => (double[])[39.512345 + (step * 0.000823), 35.123456 + (step * 0.000578)]), Destination]);

    private Task<Answer> AmendAsync(Answer movement, JsonObject with) => app.PostAsync(People.Ngo, $"items/{movement.Item}/amend", with);

    private Task<Answer> NotifyAsync(params (string Field, object? Value)[] with) => app.PostAsync(People.Ngo, $"channels/{app.Room()}/movements", Notifications.Good(with));

    private async Task IsInvalidAsync(string field, params (string Field, object? Value)[] with)
    {
        var answer = await NotifyAsync(with);
        Assert.Equal((400, field), (answer.Status, Assert.Single(answer.Fields)));
    }
}
