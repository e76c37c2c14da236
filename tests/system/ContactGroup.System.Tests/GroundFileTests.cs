using System.Text.Json.Nodes;
using ContactGroup.Standalone;
using ContactGroup.Testing;

namespace ContactGroup.System.Tests;

/// <summary>The ground of the map that an operator gives, looked at before it is served.</summary>
public sealed class GroundFileTests
{
    [Fact]
    public void The_ground_that_ships_can_be_served() =>
        Assert.Null(GroundFile.FaultOf(Path.Combine(AppContext.BaseDirectory, "web", "map", "ground.json")));

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
    public void A_feature_that_cannot_be_drawn_is_named_by_its_number(string feature, string remedy)
    {
        const string Town = """{"properties":{"kind":"place","name":"Aylan"},"geometry":{"type":"Point","coordinates":[1,1]}}""";

        Assert.StartsWith(remedy, FaultOf($$"""{"type":"FeatureCollection","attribution":"x","features":[{{Town}},{{feature}}]}"""), StringComparison.Ordinal);
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
        Assert.Contains("no such file", GroundFile.FaultOf("/nowhere/ground.json"), StringComparison.Ordinal);
    }

    private static string? FaultOf(string text)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "ground.json");
        File.WriteAllText(path, text);
        return GroundFile.FaultOf(path);
    }
}
