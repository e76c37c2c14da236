using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Cli.Areas;
using ContactGroup.Cli.Tests.Fake;

namespace ContactGroup.Cli.Tests.Positions;

/// <summary>A P-code in place of a position stands for an area of the server's map, and what is sent says that it is one.</summary>
public sealed class PcodeCommandTests
{
    private const string Item = "0123456789abcdefghjkmnpqrs";
    private const string Map = "GET /map/ground.json";
    private const string Amend = $"POST /api/movements/items/{Item}/amend";
    private const string AmendSite = $"POST /api/movements/items/{Item}/amend-site";
    private const string AmendAdvisory = $"POST /api/movements/items/{Item}/amend-advisory";
    private const string Report = "POST /api/incidents/channels/c2/reports";
    private const string Concern = "POST /api/movements/concerns";

    [Fact]
    public void An_area_reaches_as_far_as_the_web_client_goes_to()
    {
        var shared = GridReferenceTests.Shared("pcodes.json");
        foreach (var one in shared.GetProperty("extents").EnumerateArray())
        {
            var code = Pcode.Plain(one.GetProperty("typed").GetString());
            var parts = shared.GetProperty("ground").GetProperty("features").EnumerateArray()
                .Where(feature => Pcode.Plain(feature.GetProperty("properties").GetProperty("pcode").GetString()) == code)
                .Select(feature => (JsonElement?)feature.GetProperty("geometry").GetProperty("coordinates"));

            var extent = Extent.Around(parts);

            Assert.Equal(one.TryGetProperty("box", out var box), extent is not null);
            if (extent is not null)
            {
                Assert.Equal(box.GetProperty("south").GetDouble(), extent.South, 6);
                Assert.Equal(box.GetProperty("west").GetDouble(), extent.West, 6);
                Assert.Equal(box.GetProperty("north").GetDouble(), extent.North, 6);
                Assert.Equal(box.GetProperty("east").GetDouble(), extent.East, 6);
            }
        }
    }

    [Fact]
    public async Task A_stop_is_the_middle_of_the_area_and_its_name_says_so_to_everybody()
    {
        using var terminal = await Taking(Amend);

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync(
            "movements", "amend", Item, "--stop", "36.123456,37.234567,ORIGIN,Depot", "--stop", "SY0102,STOP,Clinic,2026-12-01T09:00:00Z", "--stop", "P:SY01"));

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                [{ "type": "ORIGIN", "lat": 36.123456, "lon": 37.234567, "name": "Depot" },
                 { "type": "STOP", "lat": 36.15, "lon": 37.2, "name": "Clinic (middle of Two Parts (SY0102))", "at": "2026-12-01T09:00:00Z" },
                 { "type": "DESTINATION", "lat": 35.1, "lon": 36.2, "name": "Middle of Northern Province (SY01)" }]
                """),
            Sent(terminal, Amend)["route"]));
        Assert.Contains("Two Parts (SY0102) is an area. What is sent is its middle, 36.15,37.2", terminal.Error, StringComparison.Ordinal);
        Assert.Single(terminal.Api.Requests, sent => sent.Route == Map);
    }

    [Fact]
    public async Task What_lies_in_an_area_is_listed_by_the_box_around_it()
    {
        const string List = "GET /api/release/items";
        using var terminal = await Taking(Amend);
        terminal.Api.On(List, _ => (HttpStatusCode.OK, new { items = Array.Empty<object>(), count = 0 }));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("items", "--bbox", "sy0102"));
        Assert.Contains("Two Parts (SY0102) is an area", terminal.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, await terminal.RunAsync("items", "--bbox", "SY09"));
        Assert.Contains("no area with the P-code 'SY09'", terminal.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, await terminal.RunAsync("items", "--bbox", "north"));

        var asked = Assert.Single(terminal.Api.Requests, sent => sent.Route == List).Address;
        var corners = System.Web.HttpUtility.ParseQueryString(asked.Query)["bbox"]!.Split(',').Select(corner => Math.Round(double.Parse(corner, CultureInfo.InvariantCulture), 6));
        Assert.Equal([36.95, 35.95, 37.45, 36.35], corners);
    }

    [Fact]
    public async Task A_site_states_the_area_and_never_a_position_that_nobody_took()
    {
        using var terminal = await Taking(AmendSite);

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("sites", "amend", Item, "--position", "SY01"));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{ "admin1Pcode": "SY01", "admin1": "Northern Province" }"""), Sent(terminal, AmendSite)));
        Assert.Contains("no position goes with it", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_has_the_precision_of_the_area()
    {
        using var terminal = await Taking(Report);

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync(Reporting("SY0102")));

        var sent = Sent(terminal, Report);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{ "lat": 36.15, "lon": 37.2 }"""), sent["position"]));
        Assert.Equal(("3", "SY0102", "Two Parts"), ((string?)sent["geoPrecision"], (string?)sent["admin2Pcode"], (string?)sent["admin2"]));
        Assert.Contains("with the precision 3", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_states_no_code_that_only_an_exercise_has()
    {
        using var terminal = await Taking(Report);

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync(Reporting("XX01")));

        var sent = Sent(terminal, Report);
        Assert.Equal("4", (string?)sent["geoPrecision"]);
        Assert.Null(sent["admin1Pcode"]);
    }

    [Fact]
    public async Task A_report_is_not_said_to_be_more_precise_than_an_area_is()
    {
        using var terminal = await Taking(Report);

        Assert.Equal(ExitCode.Usage, await terminal.RunAsync([.. Reporting("SY01"), "--precision", "1"]));

        Assert.Contains("--precision", terminal.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(terminal.Api.Requests, sent => sent.Route == Report);
    }

    [Fact]
    public async Task An_advisory_covers_the_area_and_states_alone_what_no_circle_covers()
    {
        using var small = await Taking(AmendAdvisory);
        Assert.Equal(ExitCode.Ok, await small.RunAsync("advisories", "amend", Item, "--position", "SY01"));
        var sent = Sent(small, AmendAdvisory);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{ "lat": 35.1, "lon": 36.2 }"""), sent["position"]));
        Assert.InRange((int)sent["radius"]!, 27_000, 30_000);
        Assert.Equal("SY01", (string?)sent["admin1Pcode"]);

        using var wide = await Taking(AmendAdvisory);
        Assert.Equal(ExitCode.Ok, await wide.RunAsync("advisories", "amend", Item, "--position", "P:SYR"));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{ "country": "SYR" }"""), Sent(wide, AmendAdvisory)));
        Assert.Contains("without a position", wide.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_concern_is_a_circle_around_the_area()
    {
        using var terminal = await Taking(Concern);
        string[] concern = ["concerns", "add", "Ridge", "--from", "2026-12-01T06:00:00Z", "--until", "2026-12-03T06:00:00Z", "--position"];

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync([.. concern, "SY0102003"]));
        Assert.Equal(ExitCode.Usage, await terminal.RunAsync([.. concern, "P:SYR"]));

        var sent = Sent(terminal, Concern);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{ "lat": 36.1, "lon": 37.2 }"""), sent["position"]));
        Assert.InRange((int)sent["radius"]!, 7_000, 8_000);
        Assert.Contains("--position: Syria (SYR) reaches", terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sites", "--position", "SY09", "--position: the map of this server has no area with the P-code 'SY09'")]
    [InlineData("sites", "--position", "P:", "no area with the P-code ''")]
    [InlineData("movements", "--stop", "P:Nowhere,ORIGIN", "--stop: the map of this server has no area with the P-code 'NOWHERE'")]
    [InlineData("sites", "--corner", "SY01", "--corner: SY01 is the P-code of an area, and a corner is a point")]
    [InlineData("sites", "--position", "SY0102003", "is no administrative area")]
    public async Task A_code_that_stands_for_no_area_is_refused_by_the_name_of_its_option_with_what_to_do(string command, string option, string typed, string words)
    {
        using var terminal = await Taking(AmendSite);

        Assert.Equal(ExitCode.Usage, await terminal.RunAsync(command, "amend", Item, option, typed));

        Assert.Contains(words, terminal.Error, StringComparison.Ordinal);
        Assert.Contains("atitude and longitude in decimal degrees", terminal.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(terminal.Api.Requests, sent => sent.Route is AmendSite or Amend);
    }

    [Fact]
    public async Task An_area_and_another_code_beside_it_are_one_too_many()
    {
        using var terminal = await Taking(AmendSite);

        Assert.Equal(ExitCode.Usage, await terminal.RunAsync("sites", "amend", Item, "--position", "SY01", "--admin1-pcode", "SY02"));

        Assert.Contains("the area is SY01, and admin1Pcode says SY02", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_is_asked_for_by_nobody_who_gives_a_position()
    {
        using var terminal = await Taking(AmendSite);

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("sites", "amend", Item, "--position", "36.123456,37.234567"));

        Assert.DoesNotContain(terminal.Api.Requests, sent => sent.Route == Map);
    }

    [Fact]
    public async Task Nobody_says_who_asks_for_the_map_nor_for_which_area()
    {
        using var terminal = await Taking(AmendSite);

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("sites", "amend", Item, "--position", "SY01"));

        var asked = Assert.Single(terminal.Api.Requests, sent => sent.Route == Map);
        Assert.Null(asked.Token);
        Assert.Empty(asked.Address.Query);
    }

    [Theory]
    [InlineData("{\"features\":[{\"geometry\":null,\"properties\":{\"pcode\":\"SY01\",\"kind\":\"admin1\"}},7]}", "no area with the P-code")]
    [InlineData("<html></html>", "has no map")]
    [InlineData(null, "has no map")]
    public async Task A_server_without_a_map_to_look_in_says_so(string? map, string words)
    {
        using var terminal = await Taking(AmendSite);
        terminal.Api.On(Map, _ => map is null ? FakeApi.Problem(404, "CG-2004") : (HttpStatusCode.OK, new StringContent(map)));

        Assert.NotEqual(ExitCode.Ok, await terminal.RunAsync("sites", "amend", Item, "--position", "SY01"));

        Assert.DoesNotContain(terminal.Api.Requests, sent => sent.Route == AmendSite);
        Assert.Contains(words, terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_map_of_more_bytes_than_agreed_is_not_read()
    {
        using var terminal = await Taking(AmendSite);
        terminal.Api.On(Map, _ => (HttpStatusCode.OK, new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(new string(' ', MapGround.MostBytes + 1))))));

        Assert.Equal(ExitCode.Refused, await terminal.RunAsync("sites", "amend", Item, "--position", "SY01"));

        Assert.Contains("more than 4000000 bytes", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_said_not_to()
    {
        using var terminal = await Taking(AmendSite);
        terminal.Api.Away = true;

        Assert.Equal(ExitCode.Unreachable, await terminal.RunAsync("sites", "amend", Item, "--position", "SY01"));

        Assert.Contains("did not come", terminal.Error, StringComparison.Ordinal);
    }

    private static string[] Reporting(string where) => ["report", "NGO room", "--category", "SMALL_ARMS_FIRE", "--at", "2026-03-01", "--position", where, "--yes"];

    private static async Task<Terminal> Taking(string route)
    {
        var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On(route, _ => (HttpStatusCode.Accepted, new { id = Item, item = Item, reference = "HNM-AAAA-BBBB", version = 2, late = false, warnings = Array.Empty<object>() }));
        terminal.Api.On(Map, _ => (HttpStatusCode.OK, GridReferenceTests.Shared("pcodes.json").GetProperty("ground")));
        return terminal;
    }

    private static JsonObject Sent(Terminal terminal, string route) => terminal.Api.Requests.Single(sent => sent.Route == route).Json;
}
