using System.Text.Json.Nodes;

namespace ContactGroup.Release.Tests.Exports.Outside;

/// <summary>Cursor on Target as libxml2 and node-cot understand it: what a map system of a force would draw.</summary>
[Trait("read", "outside")]
public sealed class CotOutsideTests : IAsyncLifetime, IDisposable
{
    private readonly ReleaseApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Each_object_is_drawn_as_what_it_is_and_where_it_is()
    {
        var items = await app.TakeHardOnesAsync();
        var (stops, drawn, site, area, point) = (items[0].Reference, items[1].Reference, items[2].Reference, items[3].Reference, items[4].Reference);

        var objects = (await app.ReadOutsideAsync(Exercise.North, "cot")).AsArray().ToDictionary(one => (string)Of(one!)["callsign"]!, one => one!, StringComparer.Ordinal);

        Assert.Equal(7, objects.Count);
        Drawn(stops, "b-m-r", """{"type":"LineString","coordinates":[[39.5,35.12345],[39.9,35.4]]}""");
        Drawn(drawn, "b-m-r", """{"type":"LineString","coordinates":[[39.5,35.12345],[39.9,35.4]]}""");
        Drawn(drawn + "-road", "b-m-r", """{"type":"LineString","coordinates":[[39.5,35.12345],[39.7,35.3],[39.9,35.4]]}""");
        Drawn(drawn + "-way-1", "b-m-r", """{"type":"LineString","coordinates":[[39.5,35.12345],[39.6,35.35],[39.9,35.4]]}""");
        Drawn(site, "a-n-G-I-X-H", """{"type":"Point","coordinates":[39.1,35.05,999999]}""");
        Drawn(area, "u-d-f", $$"""{"type":"Polygon","coordinates":[{{Hard.Ring}}]}""");
        Drawn(point, "b-m-p-w", """{"type":"Point","coordinates":[39.6,35.2,999999]}""");

        void Drawn(string name, string type, string geometry)
        {
            Assert.Equal(type, (string?)Of(objects[name])["type"]);
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(geometry), objects[name]["geometry"]), objects[name]["geometry"]?.ToJsonString());
        }
    }

    [Fact]
    public async Task Every_object_has_a_name_of_its_own_and_is_stale_when_its_time_is_over()
    {
        var items = await app.TakeHardOnesAsync();

        var objects = (await app.ReadOutsideAsync(Exercise.North, "cot")).AsArray();

        Assert.Equal(objects.Count, objects.Select(one => (string)one!["id"]!).Distinct(StringComparer.Ordinal).Count());
        foreach (var item in items.Where(item => item.Kind is "movement" or "site" or "advisory"))
        {
            var (from, to) = item.Kind == "movement" ? ("windowStart", "windowEnd") : ("validFrom", "validUntil");
            var shown = Of(objects.Single(one => (string?)Of(one!)["callsign"] == item.Reference)!);
            Assert.Equal(("h-t", "2026-03-01T08:00:00Z"), ((string?)shown["how"], (string?)shown["time"]));
            Assert.Equal(((string?)item.Content[from], (string?)item.Content[to]), ((string?)shown["start"], (string?)shown["stale"]));
        }
    }

    [Fact]
    public async Task Words_and_the_fixed_sentence_come_through_as_they_were_written()
    {
        var (advisory, movement) = (app.Area(), app.Movement());
        await app.TakeAsync(advisory);
        await app.TakeAsync(movement);

        var remarks = (await app.ReadOutsideAsync(Exercise.North, "cot")).AsArray().ToDictionary(one => (string)Of(one!)["callsign"]!, one => (string)Of(one!)["remarks"]!, StringComparer.Ordinal);

        Assert.Contains("\nSummary: " + Hard.Text + "\n", remarks[advisory.Reference], StringComparison.Ordinal);
        Assert.Contains("\n" + Release.Exports.ExportWords.Notice.English + "\n", remarks[movement.Reference], StringComparison.Ordinal);
        Assert.All(remarks.Values, text => Assert.Contains("EXERCISE EXERCISE EXERCISE", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_outline_of_a_site_goes_with_its_mark()
    {
        await app.TakeAsync(app.Site(footprint: Hard.Outline));

        var links = Of(Assert.Single((await app.ReadOutsideAsync(Exercise.North, "cot")).AsArray())!)["links"]!.AsArray();

        Assert.Equal(["35,39.2", "35.1,39.2", "35.1,39", "35,39", "35,39.2"], links.Select(link => (string?)link!["point"]));
    }

    [Fact]
    public async Task A_coarse_route_is_one_area_around_all_of_its_cells()
    {
        await app.TakeCoarselyAsync(app.Drawn());

        var drawn = Assert.Single((await app.ReadOutsideAsync(Exercise.North, "cot")).AsArray())!;
        var cells = (await app.ExportAsync(Exercise.North, "geojson")).Body["features"]![0]!["geometry"]!["coordinates"]!.AsArray();

        Assert.Equal(4, cells.Count);
        Assert.Equal("""{"type":"Polygon","coordinates":[[[39.5,35.1],[39.9,35.1],[39.9,35.4],[39.5,35.4],[39.5,35.1]]]}""", drawn["geometry"]!.ToJsonString());
        Assert.Equal([39.7, 35.25], Of(drawn)["center"]!.AsArray().Take(2).Select(degrees => (double)degrees!));
    }

    private static JsonNode Of(JsonNode drawn) => drawn["properties"]!;
}
