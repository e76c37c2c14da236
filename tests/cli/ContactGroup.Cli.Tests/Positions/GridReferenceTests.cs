using System.Reflection;
using System.Text.Json;
using ContactGroup.Contracts.Positions;

namespace ContactGroup.Cli.Tests.Positions;

/// <summary>Grid references are those of the web client, letter by letter and digit by digit, and what does not fit together is not read.</summary>
public sealed class GridReferenceTests
{
    [Fact]
    public void A_position_has_the_same_reference_as_in_the_web_client_and_the_reference_the_same_middle()
    {
        var wrong = new List<string>();
        foreach (var one in Shared("grid-references.json").GetProperty("references").EnumerateArray())
        {
            var reference = one.GetProperty("reference").GetString()!;
            var named = GridReference.Of(one.GetProperty("lat").GetDouble(), one.GetProperty("lon").GetDouble());
            var read = GridReference.TryRead(reference, out var lat, out var lon) && GridReference.TryRead(reference.Replace(" ", string.Empty, StringComparison.Ordinal).ToLowerInvariant(), out var lat2, out var lon2)
                && (lat, lon) == (lat2, lon2);
            var middle = one.GetProperty("middle");
            if (named != reference || !read || lat != middle[0].GetDouble() || lon != middle[1].GetDouble())
            {
                wrong.Add($"{one.GetRawText()}: {named}, {(read ? "read" : "not read")} as {lat}, {lon}");
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData(84.00001, 10)]
    [InlineData(-80.00001, 10)]
    [InlineData(double.NaN, 10)]
    [InlineData(10, 180.00001)]
    [InlineData(10, double.PositiveInfinity)]
    public void There_is_none_near_the_poles_and_outside_the_earth(double lat, double lon) => Assert.Null(GridReference.Of(lat, lon));

    [Theory]
    [InlineData("37S CV 4112 9908", 36.123457, 37.234552)]
    [InlineData("MGRS: 37S CV 41126 99084", 36.123452, 37.234569)]
    [InlineData("37SCV4112699084", 36.123452, 37.234569)]
    public void Eight_and_ten_digits_are_read_with_or_without_groups(string text, double lat, double lon)
    {
        Assert.True(GridReference.IsMeant(text));
        Assert.True(GridReference.TryRead(text, out var north, out var east));
        Assert.InRange(north, lat - 0.00001, lat + 0.00001);
        Assert.InRange(east, lon - 0.00001, lon + 0.00001);
    }

    [Theory]
    [InlineData("37S CV 411 990")]
    [InlineData("37S CV")]
    [InlineData("37S CV 411269908")]
    [InlineData("37S CV 4112 699084")]
    [InlineData("37S CV 411 269 9084")]
    [InlineData("37S CV 411264 990843")]
    [InlineData("37N CV 41126 99084")]
    [InlineData("38S CV 41126 99084")]
    [InlineData("37S IV 41126 99084")]
    [InlineData("37S CZ 41126 99084")]
    [InlineData("0S CV 41126 99084")]
    [InlineData("61S CV 41126 99084")]
    [InlineData("32X MG 41126 99084")]
    [InlineData("37S CV ٤١١٢٦ ٩٩٠٨٤")]
    [InlineData("37S CV 41126 99084 and on")]
    public void What_is_too_large_or_does_not_fit_together_is_not_read(string text) => Assert.False(GridReference.TryRead(text, out _, out _));

    [Theory]
    [InlineData("36.12345")]
    [InlineData("-7")]
    [InlineData("36N 37E")]
    [InlineData("")]
    public void Degrees_are_not_taken_for_a_reference(string text) => Assert.False(GridReference.IsMeant(text));

    internal static JsonElement Shared(string file) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(
        typeof(GridReferenceTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Repository").Value!, "tests", "shared", "positions", file))).RootElement;
}
