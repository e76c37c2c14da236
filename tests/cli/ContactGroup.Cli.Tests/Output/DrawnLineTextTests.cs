using System.Text.Json;
using ContactGroup.Cli.Output;

namespace ContactGroup.Cli.Tests.Output;

/// <summary>A line of hundreds of positions is one line on a terminal.</summary>
public sealed class DrawnLineTextTests
{
    [Fact]
    public void A_line_says_how_many_positions_it_has_and_where_it_begins_and_ends()
    {
        const string Line = """{ "type": "LineString", "coordinates": [[39.5, 35.1], [39.7, 35.3], [39.9, 35.4]] }""";

        Assert.Equal("3 positions from 35.1, 39.5 to 35.4, 39.9", TextOf(Line));
        Assert.Equal("3 positions from 35.1, 39.5 to 35.4, 39.9; 3 positions from 35.1, 39.5 to 35.4, 39.9", TextOf($"[{Line}, {Line}]"));
    }

    private static string TextOf(string json) => FieldText.Of(JsonDocument.Parse(json).RootElement);
}
