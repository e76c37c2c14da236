using System.Net;
using System.Text.Json.Nodes;

namespace ContactGroup.Release.Tests.Exports.Outside;

/// <summary>KML as togeojson understands it: it is then the GeoJSON that we export ourselves.</summary>
[Trait("read", "outside")]
public sealed class KmlOutsideTests : IAsyncLifetime, IDisposable
{
    private readonly ReleaseApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Whoever_reads_it_draws_what_the_other_format_for_maps_has()
    {
        var items = await app.TakeHardOnesAsync();

        foreach (var reader in new[] { Exercise.Chidi, Exercise.North })
        {
            var drawn = ByItem(await app.ReadOutsideAsync(reader, "kml"), feature => feature["properties"]!["item"]);
            var expected = ByItem((await app.ExportAsync(reader, "geojson")).Body, feature => feature["id"]);
            Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), drawn.Keys.Order(StringComparer.Ordinal));
            Assert.All(expected, one => Assert.Equal(Parts(one.Value["geometry"]), Parts(drawn[one.Key]["geometry"])));
        }

        Assert.NotEmpty(items);
    }

    [Fact]
    public async Task Names_times_and_every_word_come_through()
    {
        var items = await app.TakeHardOnesAsync();

        var drawn = ByItem(await app.ReadOutsideAsync(Exercise.Chidi, "kml"), feature => feature["properties"]!["item"]);

        var (movement, site, incident) = (items[1], items[2], items[5]);
        Assert.Equal("Movement notification " + movement.Reference, Text(drawn, movement.Item, "name"));
        Assert.Equal(("2026-03-05T06:00:00Z", "2026-03-05T14:00:00Z"), Period(drawn[movement.Item]));
        Assert.Equal(("2026-03-01T00:00:00Z", "2026-06-01T00:00:00Z"), Period(drawn[site.Item]));
        Assert.Equal("2026-02-27T05:30:00Z", Period(drawn[incident.Item]).From);
        Assert.Equal(Hard.Text, WebUtility.HtmlDecode(Text(drawn, movement.Item, "notes")));
        Assert.Equal(Hard.Text, WebUtility.HtmlDecode(Text(drawn, incident.Item, "summary")));
        Assert.Equal((incident.Reference, "incident", "current"), (Text(drawn, incident.Item, "reference"), Text(drawn, incident.Item, "kind"), Text(drawn, incident.Item, "status")));
        Assert.Contains("EXERCISE EXERCISE EXERCISE", Text(drawn, incident.Item, "description"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_of_every_script_are_themselves_and_only_what_markup_is_made_of_is_not()
    {
        var incident = app.Incident(summary: Hard.Text);
        await app.TakeAsync(incident);

        var drawn = ByItem(await app.ReadOutsideAsync(Exercise.Chidi, "kml"), feature => feature["properties"]!["item"]);

        var shown = "Closed, at; the &quot;gate&quot; \\ of &lt;b&gt;A &amp; B&lt;/b&gt;, it&#39;s fermé\nالجسر مغلق، \u061Bحتى إشعار آخر 🚚\n\nAmen\u200F.";
        Assert.Equal(shown, Text(drawn, incident.Item, "summary"));
    }

    private static Dictionary<string, JsonNode> ByItem(JsonNode collection, Func<JsonNode, JsonNode?> item) =>
        collection["features"]!.AsArray().ToDictionary(feature => (string)item(feature!)!, feature => feature!, StringComparer.Ordinal);

    // KML has no geometry of several points or of several areas: each is one by itself there.
    private static IEnumerable<string> Parts(JsonNode? geometry) => (string?)geometry?["type"] switch
    {
        null => [],
        "GeometryCollection" => geometry["geometries"]!.AsArray().SelectMany(Parts),
        "MultiPoint" => geometry["coordinates"]!.AsArray().Select(at => $"Point {at!.ToJsonString()}"),
        "MultiPolygon" => geometry["coordinates"]!.AsArray().Select(area => $"Polygon {area!.ToJsonString()}"),
        var type => [$"{type} {geometry["coordinates"]!.ToJsonString()}"],
    };

    private static string? Text(Dictionary<string, JsonNode> drawn, string item, string name) => (string?)drawn[item]["properties"]![name];

    private static (string? From, string? To) Period(JsonNode feature) =>
        ((string?)feature["properties"]!["timespan"]!["begin"], (string?)feature["properties"]!["timespan"]!["end"]);
}
