using System.Text.Json.Nodes;

namespace ContactGroup.Release.Tests.Exports.Outside;

/// <summary>GeoJSON as check-geojson and geojson-rewind understand it.</summary>
[Trait("read", "outside")]
public sealed class GeoJsonOutsideTests : IAsyncLifetime, IDisposable
{
    private static readonly string[] Carried =
        ["summary", "notes", "text", "name", "windowStart", "windowEnd", "validFrom", "validUntil", "position", "radius", "route", "routeGeometry", "alternateRoutes", "footprint", "outline"];

    private readonly ReleaseApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Every_kind_is_a_feature_by_the_rules_of_RFC_7946_with_what_was_written()
    {
        var items = await app.TakeHardOnesAsync();

        var features = (await app.ReadOutsideAsync(Exercise.Chidi, "geojson"))["features"]!.AsArray();

        Assert.Equal(items.Count, features.Count);
        foreach (var item in items)
        {
            var shown = features.Single(feature => (string?)feature!["id"] == item.Item)!["properties"]!.AsObject();
            Assert.Equal((item.Kind, item.Reference, true), ((string?)shown["kind"], (string?)shown["reference"], (bool)shown["exercise"]!));
            Assert.All(Carried.Where(name => item.Content[name] is not null), name => Assert.True(JsonNode.DeepEquals(item.Content[name], shown[name]), $"{name}: {shown[name]}"));
        }
    }

    [Fact]
    public async Task Each_shape_is_where_it_was_and_closed_and_right_handed()
    {
        string?[] shapes =
        [
            """{"type":"LineString","coordinates":[[39.5,35.12345],[39.9,35.4]]}""",
            """
            {"type":"GeometryCollection","geometries":[
                {"type":"LineString","coordinates":[[39.5,35.12345],[39.7,35.3],[39.9,35.4]]},
                {"type":"LineString","coordinates":[[39.5,35.12345],[39.6,35.35],[39.9,35.4]]},
                {"type":"MultiPoint","coordinates":[[39.5,35.12345],[39.9,35.4]]}]}
            """,
            $$"""{"type":"Polygon","coordinates":[{{Hard.Ring}}]}""",
            $$"""{"type":"Polygon","coordinates":[{{Hard.Ring}}]}""",
            """{"type":"Point","coordinates":[39.6,35.2]}""",
            """{"type":"Point","coordinates":[45.6789,12.3456]}""",
            """{"type":"Point","coordinates":[45.5,-12.5]}""",
            null,
        ];
        var items = await app.TakeHardOnesAsync();

        var features = (await app.ReadOutsideAsync(Exercise.Chidi, "geojson"))["features"]!.AsArray();

        Assert.All(items.Zip(shapes), expected =>
        {
            var geometry = features.Single(feature => (string?)feature!["id"] == expected.First.Item)!["geometry"];
            Assert.True(JsonNode.DeepEquals(expected.Second is null ? null : JsonNode.Parse(expected.Second), geometry), geometry?.ToJsonString());
        });
    }

    [Fact]
    public async Task A_place_at_the_end_of_the_map_stays_there_without_an_exponent()
    {
        await app.TakeAsync(app.AtTheEdge());

        var file = await app.ExportAsync(Exercise.Chidi, "geojson");

        Assert.Equal("[-179.999999,-0.00001]", (await OutsideParser.ReadAsync("geojson", file))["features"]![0]!["geometry"]!["coordinates"]!.ToJsonString());
    }

    [Fact]
    public async Task Cells_of_coarse_places_are_polygons_by_the_same_rules()
    {
        var movement = app.Drawn();
        await app.TakeCoarselyAsync(movement);

        var feature = Assert.Single((await app.ReadOutsideAsync(Exercise.North, "geojson"))["features"]!.AsArray())!;

        Assert.Equal("MultiPolygon", (string?)feature["geometry"]!["type"]);
        Assert.DoesNotContain("35.12345", feature.ToJsonString(), StringComparison.Ordinal);
    }
}
