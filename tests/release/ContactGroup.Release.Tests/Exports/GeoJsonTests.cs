using System.Text.Json.Nodes;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace ContactGroup.Release.Tests.Exports;

/// <summary>GeoJSON, judged by the rules of RFC 7946 and by geometry that somebody else wrote.</summary>
public sealed class GeoJsonTests(ReleaseApp app) : IClassFixture<ReleaseApp>
{
    private static readonly GeometryFactory Geometries = new();

    // Clockwise on purpose, and not closed: as people click.
    private static readonly JsonArray Outline =
    [
        new JsonObject { ["lat"] = 35.0, ["lon"] = 39.0 }, new JsonObject { ["lat"] = 35.1, ["lon"] = 39.0 },
        new JsonObject { ["lat"] = 35.1, ["lon"] = 39.2 }, new JsonObject { ["lat"] = 35.0, ["lon"] = 39.2 },
    ];

    [Fact]
    public async Task A_route_is_a_line_with_longitude_first_and_the_fixed_sentence_beside_it()
    {
        var movement = app.Movement();
        await app.TakeAsync(movement);

        var (collection, feature) = await OneAsync(Exercise.North, movement);

        Assert.Equal([[39.5, 35.12345], [39.9, 35.4]], Positions(feature["geometry"]!["coordinates"]!));
        Assert.True(Judged(feature["geometry"]!) is LineString { IsValid: true });
        Assert.StartsWith("Notification only.", (string)collection["noticeText"]!["en"]!, StringComparison.Ordinal);
        Assert.StartsWith("إخطار", (string)feature["properties"]!["noticeText"]!["ar"]!, StringComparison.Ordinal);
        Assert.Contains("EXERCISE", (string)collection["marking"]!, StringComparison.Ordinal);
        Assert.True((bool)feature["properties"]!["exercise"]!);
    }

    [Fact]
    public async Task A_route_that_was_drawn_is_its_road_every_other_way_and_every_stop()
    {
        var drawn = app.Movement();
        drawn.Content["routeGeometry"] = Features.GivenMovement.Line(39.7, 35.3);
        drawn.Content["route"]!.AsArray().Insert(1, new JsonObject { ["type"] = "DELIVERY", ["lat"] = 35.31, ["lon"] = 39.74 });
        var several = app.Movement();
        several.Content["routeGeometry"] = Features.GivenMovement.Line(39.7, 35.3);
        several.Content["alternateRoutes"] = new JsonArray(Features.GivenMovement.Line(39.6, 35.35));
        await app.TakeAsync(drawn);
        await app.TakeAsync(several);

        var (_, road) = await OneAsync(Exercise.North, drawn);
        var (_, ways) = await OneAsync(Exercise.North, several);

        var parts = Assert.IsType<GeometryCollection>(Judged(road["geometry"]!));
        Assert.Equal(["LineString", "MultiPoint"], parts.Select(part => part.GeometryType));
        Assert.Equal([[39.5, 35.12345], [39.7, 35.3], [39.9, 35.4]], parts[0].Coordinates.Select(at => new[] { at.X, at.Y }));
        Assert.Equal([[39.5, 35.12345], [39.74, 35.31], [39.9, 35.4]], parts[1].Coordinates.Select(at => new[] { at.X, at.Y }));
        var all = Assert.IsType<GeometryCollection>(Judged(ways["geometry"]!));
        Assert.Equal(["LineString", "LineString", "MultiPoint"], all.Select(part => part.GeometryType));
        Assert.Equal([39.7, 39.6], all.Take(2).Select(way => way.Coordinates[1].X));
        Assert.Contains("3 positions from 35.12345, 39.5 to 35.4, 39.9", (await app.ExportAsync(Exercise.North, "html", several)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_ways_are_drawn_whatever_the_stops_are_and_a_road_that_goes_nowhere_is_not()
    {
        var movement = app.Movement();
        movement.Content["route"]![1]!["lat"] = 35.12345;
        movement.Content["route"]![1]!["lon"] = 39.5;
        movement.Content["routeGeometry"] = new JsonObject { ["type"] = "LineString", ["coordinates"] = new JsonArray(new JsonArray(39.5, 35.12345), new JsonArray(39.5, 35.12345)) };
        movement.Content["alternateRoutes"] = new JsonArray(Features.GivenMovement.Line(39.6, 35.35));
        await app.TakeAsync(movement);

        var (_, feature) = await OneAsync(Exercise.North, movement);

        Assert.Equal(["LineString", "Point"], Assert.IsType<GeometryCollection>(Judged(feature["geometry"]!)).Select(part => part.GeometryType));
        Assert.True((await app.ExportAsync(Exercise.North, "kml", movement)).Text.Split("<LineString>").Length == 2);
    }

    [Fact]
    public async Task An_outline_is_a_closed_polygon_by_the_right_hand_rule()
    {
        var site = app.Site(footprint: Outline.DeepClone().AsArray());
        await app.TakeAsync(site);

        var (_, feature) = await OneAsync(Exercise.North, site);

        var polygon = Assert.IsType<Polygon>(Judged(feature["geometry"]!));
        Assert.True(polygon.IsValid);
        Assert.True(Orientation.IsCCW(polygon.ExteriorRing.CoordinateSequence));
        Assert.Equal(35.2, (double)feature["properties"]!["position"]!["lat"]!);
    }

    [Fact]
    public async Task A_coarse_position_is_its_whole_cell_and_never_a_point()
    {
        var incident = app.Incident() with { Sensitivity = Classification.Sensitivity.Low, ReleaseTo = ["own-side", "audience:military:northern-force"] };
        await app.TakeAsync(incident);
        await app.ReleaseAllAsync();

        var (_, feature) = await OneAsync(Exercise.North, incident);

        if (feature["geometry"] is { } geometry)
        {
            var cell = Assert.IsType<Polygon>(Judged(geometry));
            Assert.True(cell.IsValid);
            Assert.True(cell.Contains(new Point(45.6789, 12.3456)));
            Assert.Equal(0.01, cell.Area, 6);
        }

        Assert.DoesNotContain("45.6789", feature.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_no_place_is_a_feature_without_geometry()
    {
        var message = app.Message(Exercise.Amal, "No place.", ["own-side"]);
        await app.TakeAsync(message);

        var (_, feature) = await OneAsync(Exercise.Chidi, message);

        Assert.True(feature.ContainsKey("geometry"));
        Assert.Null(feature["geometry"]);
        Assert.Equal("No place.", (string?)feature["properties"]!["text"]);
    }

    private async Task<(JsonObject Collection, JsonObject Feature)> OneAsync(Hosting.Authentication.Participant who, Contracts.Items.ItemVersioned item)
    {
        var file = await app.ExportAsync(who, "geojson", item);
        Assert.Equal(200, file.Status);
        Assert.Equal("FeatureCollection", (string?)file.Body["type"]);
        Assert.False(file.Body.ContainsKey("crs"));
        var feature = Assert.Single(file.Body["features"]!.AsArray())!.AsObject();
        Assert.Equal("Feature", (string?)feature["type"]);
        Assert.IsType<JsonObject>(feature["properties"]);
        Assert.Equal(item.Item, (string?)feature["id"]);
        return (file.Body, feature);
    }

    private static IEnumerable<double[]> Positions(JsonNode coordinates) =>
        coordinates.AsArray().Select(position => position!.AsArray().Select(degrees => (double)degrees!).ToArray());

    private static Geometry Judged(JsonNode geometry)
    {
        if (geometry["geometries"] is JsonArray parts)
        {
            Assert.Equal("GeometryCollection", (string?)geometry["type"]);
            return Geometries.CreateGeometryCollection([.. parts.Select(part => Judged(part!))]);
        }

        var coordinates = geometry["coordinates"]!;
        return (string)geometry["type"]! switch
        {
            "Point" => Geometries.CreatePoint(new Coordinate((double)coordinates[0]!, (double)coordinates[1]!)),
            "MultiPoint" => Geometries.CreateMultiPointFromCoords([.. Positions(coordinates).Select(At)]),
            "LineString" => Geometries.CreateLineString([.. Positions(coordinates).Select(At)]),
            "Polygon" => Geometries.CreatePolygon([.. Positions(Assert.Single(coordinates.AsArray())!).Select(At)]),
            var other => throw new InvalidOperationException(other),
        };
    }

    private static Coordinate At(double[] position)
    {
        Assert.Equal(2, position.Length);
        Assert.InRange(position[0], -180, 180);
        Assert.InRange(position[1], -90, 90);
        return new Coordinate(position[0], position[1]);
    }
}
