using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace ContactGroup.Movements.Tests.Features;

/// <summary>A position that is not where the notification says it is, by boundaries that the operator gave.</summary>
public sealed class StatedAreaTests : IAsyncLifetime, IDisposable
{
    private readonly MovementsApp app = new() { Boundaries = Areas.File };

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData("XX01", 35.123456, 39.512345)] // in the first part
    [InlineData("xx01", 31.512345, 36.512345)] // on the island
    [InlineData("XX01", 34.204567, 39.251234)] // in the hole, and half a kilometre from its edge
    [InlineData("XX01", 35.123456, 40.008123)] // outside, and less than a kilometre
    [InlineData("XX0102", 35.123456, 41.512345)] // of which there is a line alone
    [InlineData("XX0103", 35.123456, 41.512345)] // which is no area
    [InlineData("XX77", 35.123456, 41.512345)] // which nobody knows
    [InlineData(null, 35.123456, 41.512345)]
    public async Task A_position_in_the_area_or_of_an_area_that_is_not_known_is_not_remarked_on(string? pcode, double lat, double lon) =>
        Assert.Empty(await WarningsAsync(Site(lat, lon, pcode)));

    [Theory]
    [InlineData("XX01", 35.123456, 40.512345, "47 km outside Plains (XX01)")]
    [InlineData("XX01", 34.251234, 39.251234, "4.5 km outside Plains (XX01)")] // the middle of the hole
    [InlineData("XX01", 35.123456, 40.023456, "2.1 km outside Plains (XX01)")]
    [InlineData("XX01", 20.123456, 39.512345, "1098 km outside Exercise land (SY)")] // the larger area first
    public async Task A_position_outside_the_area_is_told_with_how_far_and_holds_nothing_up(string pcode, double lat, double lon, string told)
    {
        var warning = Assert.Single(await WarningsAsync(Site(lat, lon, pcode)));

        Assert.Equal(("position", $"The position is {told}; look at the position and at the area."), ((string?)warning!["field"], (string?)warning["text"]));
    }

    [Fact]
    public async Task Numbers_that_are_exchanged_are_told_as_that()
    {
        var warning = Assert.Single(await WarningsAsync(Site(39.512345, 35.123456, "XX01")));

        Assert.Equal("Latitude and longitude look swapped: exchanged, the position is in Plains (XX01).", (string?)warning!["text"]);
    }

    [Fact]
    public async Task How_far_a_position_may_be_off_is_allowed_for()
    {
        var site = Site(35.123456, 40.023456, "XX01");
        site["accuracy"] = 1_500;

        Assert.Equal("accuracy", (string?)Assert.Single(await WarningsAsync(site))!["field"]);
    }

    [Theory]
    [InlineData(50.512345, -179.512345, null)]
    [InlineData(50.512345, 179.512345, null)]
    [InlineData(50.512345, -178.512345, "34 km outside Far east (XX09)")]
    [InlineData(50.512345, 0.512345, "outside Far east (XX09)")]
    public async Task An_area_may_lie_on_both_sides_of_180_degrees(double lat, double lon, string? told)
    {
        var site = Site(lat, lon, "XX09");
        site["country"] = "FJI";

        var warnings = await WarningsAsync(site);

        Assert.Equal(told is not null, warnings.Count == 1);
        Assert.True(told is null || ((string?)warnings[0]!["text"])!.Contains(told, StringComparison.Ordinal), warnings.ToJsonString());
    }

    [Fact]
    public async Task An_amendment_that_states_another_area_is_looked_at_as_well()
    {
        var item = await app.SiteAsync(People.Ngo, app.Room());

        var answer = await app.PostAsync(People.Ngo, $"items/{item}/amend-site", new JsonObject { ["admin1Pcode"] = "XX09" });

        Assert.Contains("outside Far east (XX09)", (string?)Assert.Single(answer.Body["warnings"]!.AsArray())!["text"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(35.123456, 40.512345, 2_000, true)]
    [InlineData(35.123456, 40.512345, 50_000, false)] // its circle reaches into the area
    [InlineData(35.123456, 39.512345, 2_000, false)]
    public async Task An_advisory_is_compared_with_the_area_that_it_states(double lat, double lon, int radius, bool told)
    {
        var advisory = Advisories.Good(("admin1Pcode", "XX01"), ("position", Advisories.Corner(lat, lon)), ("radius", radius));

        var answer = await app.PostAsync(People.Force, $"channels/{app.Room(IssueAdvisoryTests.AsForForces)}/advisories", advisory);

        Assert.Equal((202, told), (answer.Status, answer.Body["warnings"]!.AsArray().Count == 1));
    }

    [Theory]
    [InlineData(29.123456, 29.412345, true)] // all of it is elsewhere
    [InlineData(29.123456, 30.412345, false)] // it crosses a border
    public async Task A_route_of_which_nothing_is_in_its_country_is_told(double from, double to, bool told)
    {
        var route = new JsonArray(Notifications.Stop("ORIGIN", from, 36.512345), Notifications.Stop("DESTINATION", to, 36.512345));

        var answer = await app.PostAsync(People.Ngo, $"channels/{app.Room()}/movements", Notifications.Good(("route", route)));

        Assert.Equal(202, answer.Status);
        Assert.Equal(
            told ? ["country: No stop of the route is in Exercise land (SY); look at the country and at the positions."] : [],
            answer.Body["warnings"]!.AsArray().Select(warning => $"{warning!["field"]}: {warning["text"]}"));
    }

    [Fact]
    public async Task A_file_that_is_taken_away_after_the_start_refuses_nobody_and_is_compared_with_all_the_same()
    {
        app.TakeBoundariesAway();

        Assert.Single(await WarningsAsync(Site(35.123456, 40.512345, "XX01")));
    }

    [Fact]
    public async Task What_follows_on_a_route_of_which_nothing_is_in_its_country_tells_it_again()
    {
        var route = new JsonArray(Notifications.Stop("ORIGIN", 29.123456, 36.512345), Notifications.Stop("DESTINATION", 29.412345, 36.512345));
        var item = await app.NotifiedAsync(People.Ngo, app.Room(), Notifications.Good(("route", route)));

        var begun = await app.PostAsync(People.Ngo, $"items/{item}/state", new { state = "UNDERWAY" });
        var heard = await app.PostAsync(People.Ngo, $"items/{item}/check-ins", new { stop = 1 });
        var taken = await app.PostAsync(People.Ngo, $"items/{item}/withdraw", new { reason = "Written in the wrong room." });

        Assert.Equal((1, 1, 0), (Told(begun), Told(heard), Told(taken)));

        static int Told(Answer answer) => answer.Body["warnings"]!.AsArray().Count(warning => (string?)warning!["field"] == "country");
    }

    [Theory]
    [InlineData("{", "no JSON")]
    [InlineData("""{"type":"FeatureCollection","attribution":"x","features":[{"properties":{"kind":"admin1"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1]]]}}]}""", "no area")]
    public async Task A_file_that_holds_no_areas_stops_the_start_and_says_what_is_missing(string text, string remedy)
    {
        using var wrong = new MovementsApp { Boundaries = text };

        var fault = await Assert.ThrowsAsync<OptionsValidationException>(wrong.InitializeAsync);

        Assert.Contains("Movements:Boundaries", fault.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, fault.Message, StringComparison.Ordinal);
    }

    private async Task<JsonArray> WarningsAsync(JsonObject site)
    {
        var answer = await app.PostAsync(People.Ngo, $"channels/{app.Room()}/sites", site);
        Assert.Equal(202, answer.Status);
        return answer.Body["warnings"]!.AsArray();
    }

    private static JsonObject Site(double lat, double lon, string? pcode) => Sites.Good(("position", Sites.At(lat, lon)), ("footprint", null), ("admin1Pcode", pcode));
}
