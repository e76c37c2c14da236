using System.Text.Json.Nodes;
using ContactGroup.Hosting.Options;
using ContactGroup.Hosting.WebClient;
using ContactGroup.Standalone;
using ContactGroup.Testing;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;

namespace ContactGroup.System.Tests;

/// <summary>The ground of the map that an operator gives, looked at before it is served.</summary>
public sealed class GroundFileTests
{
    [Fact]
    public void The_ground_that_ships_can_be_served() =>
        Assert.Null(GroundFile.Read(Path.Combine(AppContext.BaseDirectory, "web", "map", "ground.json")).Fault);

    [Theory]
    [InlineData("{", "no JSON")]
    [InlineData("[]", "no GeoJSON")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""", "attribution")]
    [InlineData("""{"type":"FeatureCollection","attribution":"x"}""", "no GeoJSON")]
    public void What_is_something_else_is_refused_with_what_is_missing(string text, string remedy) =>
        Assert.Contains(remedy, FaultOf(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"properties":{"kind":"border"},"geometry":{"type":"Point"}}""", "Feature 2 needs a property kind, one of land,")]
    [InlineData("""{"geometry":{"type":"Point"}}""", "Feature 2 needs a property kind")]
    [InlineData("""7""", "Feature 2 needs a property kind")]
    [InlineData("""{"properties":{"kind":"land"},"geometry":{"type":"GeometryCollection"}}""", "Feature 2 needs a geometry")]
    [InlineData("""{"properties":{"kind":"land"},"geometry":null}""", "Feature 2 needs a geometry")]
    [InlineData("""{"properties":{"kind":"place"},"geometry":{"type":"Point"}}""", "Feature 2 needs coordinates")]
    [InlineData("""{"properties":{"kind":"place"},"geometry":{"type":"Point","coordinates":[36.1,97.2]}}""", "Feature 2 needs coordinates")]
    [InlineData("""{"properties":{"kind":"place"},"geometry":{"type":"Point","coordinates":["36","36"]}}""", "Feature 2 needs coordinates")]
    [InlineData("""{"properties":{"kind":"road"},"geometry":{"type":"LineString","coordinates":[[36,36]]}}""", "Feature 2 needs coordinates")]
    [InlineData("""{"properties":{"kind":"land"},"geometry":{"type":"Polygon","coordinates":[[[36,36],[37,37]]]}}""", "Feature 2 needs coordinates")]
    [InlineData("""{"properties":{"kind":"land"},"geometry":{"type":"MultiPolygon","coordinates":[[]]}}""", "Feature 2 needs coordinates")]
    public void A_feature_that_cannot_be_drawn_is_named_by_its_number(string feature, string remedy)
    {
        const string Town = """{"properties":{"kind":"place","name":"Aylan"},"geometry":{"type":"Point","coordinates":[1,1]}}""";

        Assert.StartsWith(remedy, FaultOf($$"""{"type":"FeatureCollection","attribution":"x","features":[{{Town}},{{feature}}]}"""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[35,32,0,42,37,0]")]
    [InlineData("[170,-20,-170,20]")]
    [InlineData("[35,32,42,97]")]
    [InlineData("null")]
    public void A_box_that_no_browser_takes_is_refused(string box) =>
        Assert.StartsWith("The member bbox", FaultOf($$"""{"type":"FeatureCollection","attribution":"x","bbox":{{box}},"features":[]}"""), StringComparison.Ordinal);

    [Fact]
    public void More_corners_than_a_phone_can_draw_are_refused()
    {
        var line = string.Join(',', Enumerable.Repeat("[36,36]", 200_001));

        Assert.Contains("200000 corners", FaultOf($$"""
            {"type":"FeatureCollection","attribution":"x","features":[
            {"properties":{"kind":"river"},"geometry":{"type":"LineString","coordinates":[{{line}}] } }]}
            """), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void An_empty_setting_is_none(string? path)
    {
        using var services = With(path);

        Check(services);

        Assert.Null(services.GetRequiredService<FileAtStart<IFileInfo>>().Value);
    }

    [Fact]
    public void A_file_that_cannot_be_served_stops_the_start_and_the_key_is_named()
    {
        using var services = With("/nowhere/ground.json");

        Assert.Equal("Configuration key Web:Ground is not usable: There is no such file.", Assert.Throws<OptionsValidationException>(() => Check(services)).Message);
    }

    [Fact]
    public void What_was_looked_at_is_served_whatever_becomes_of_the_file()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "ground.json");
        const string Whole = """{"type":"FeatureCollection","attribution":"x","features":[]}""";
        File.WriteAllText(path, Whole);
        using var services = With(path);
        Check(services);

        File.WriteAllText(path, "half of ano");
        Check(services);

        using var served = new StreamReader(services.GetRequiredService<FileAtStart<IFileInfo>>().Value!.CreateReadStream());
        Assert.Equal(Whole, served.ReadToEnd());
    }

    [Fact]
    public void A_name_that_is_too_long_is_refused()
    {
        var ground = JsonNode.Parse("""{"type":"FeatureCollection","attribution":"x","features":[{"properties":{"kind":"place"},"geometry":{"type":"Point"}}]}""")!;
        ground["features"]![0]!["properties"]!["name"] = new string('x', 81);

        Assert.Contains("80 characters", FaultOf(ground.ToJsonString()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_too_large_or_not_there_is_refused()
    {
        Assert.Contains("bytes", FaultOf(new string(' ', (int)GroundFile.MostBytes + 1)), StringComparison.Ordinal);
        Assert.Contains("no such file", GroundFile.Read("/nowhere/ground.json").Fault, StringComparison.Ordinal);
    }

    private static ServiceProvider With(string? ground)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Web:Ground", ground)]).Build());
        services.AddWebClient();
        return services.BuildServiceProvider();
    }

    // As at the start, and as whoever asks for options later.
    private static void Check(ServiceProvider services)
    {
        _ = services.GetRequiredService<IOptionsMonitor<WebClientOptions>>().CurrentValue;
        _ = services.GetRequiredService<IOptions<WebClientOptions>>().Value;
    }

    private static string? FaultOf(string text)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "ground.json");
        File.WriteAllText(path, text);
        return GroundFile.Read(path).Fault;
    }
}
