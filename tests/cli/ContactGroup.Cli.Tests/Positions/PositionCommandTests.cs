using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Cli.Commands;
using ContactGroup.Cli.Output;
using ContactGroup.Cli.Tests.Fake;
using ContactGroup.Client;

namespace ContactGroup.Cli.Tests.Positions;

/// <summary>Positions are typed in degrees or MGRS, shown in both, and read out with the digits that the web client has.</summary>
public sealed class PositionCommandTests
{
    private const string Item = "0123456789abcdefghjkmnpqrs";
    private const string Amend = $"POST /api/movements/items/{Item}/amend";
    private const string AmendSite = $"POST /api/movements/items/{Item}/amend-site";

    [Fact]
    public async Task Stops_are_taken_in_degrees_or_as_grid_references_with_what_else_is_said_of_them()
    {
        using var terminal = await Taking(Amend);

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync(
            "movements", "amend", Item, "--stop", "37S CV 41126 99084,ORIGIN,Depot,2026-12-01T09:00:00Z", "--stop", "36.301234,37.101234"));

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                [{ "type": "ORIGIN", "lat": 36.123452, "lon": 37.234569, "name": "Depot", "at": "2026-12-01T09:00:00Z" },
                 { "type": "DESTINATION", "lat": 36.301234, "lon": 37.101234 }]
                """),
            Sent(terminal, Amend)["route"]));
    }

    [Fact]
    public async Task A_site_is_taken_with_position_and_corners_in_either()
    {
        using var terminal = await Taking(AmendSite);

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync(
            "sites", "amend", Item, "--position", "37scv4112699084", "--corner", "36.1,37.2", "--corner", "37S CV 41126 99084", "--corner", "36.2,37.2"));

        var sent = Sent(terminal, AmendSite);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{ "lat": 36.123452, "lon": 37.234569 }"""), sent["position"]));
        Assert.Equal(3, sent["footprint"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("37N CV 41126 99084", "--position: there is no MGRS square '37N CV 41126 99084'")]
    [InlineData("37S CV 411 990", "four or five digits each")]
    [InlineData("37S CV 41126 99084,36", "is not a position")]
    [InlineData("96.1,37.2", "--position: '96.1,37.2' is outside the earth")]
    [InlineData("1e1,37.2", "--position: '1e1,37.2' is not a position")]
    [InlineData("NaN,37.2", "MGRS reference")]
    public async Task What_names_no_place_is_refused_by_the_name_of_its_option_with_what_to_do(string typed, string words)
    {
        using var terminal = await Taking(AmendSite);

        Assert.Equal(ExitCode.Usage, await terminal.RunAsync("sites", "amend", Item, "--position", typed));

        Assert.Contains(words, terminal.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(terminal.Api.Requests, sent => sent.Route == AmendSite);
    }

    [Fact]
    public async Task A_place_is_shown_in_both_and_a_coarse_one_never_to_the_metre()
    {
        using var terminal = await Showing(new { kind = "site", fields = new { position = new { lat = 36.123456, lon = 37.234567 } } });
        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("show", Item));
        Assert.Contains("lat 36.123456, lon 37.234567, MGRS 37S CV 41126 99084", Flat(terminal.Out), StringComparison.Ordinal);

        using var coarse = await Showing(new
        {
            kind = "movement",
            fields = new
            {
                position = new { coarse = true, lat = 36.15, lon = 37.25, cellDegrees = 0.1 },
                route = new { coarse = true, cells = new[] { new { coarse = true, lat = 36.15, lon = 37.25, cellDegrees = 0.1 } } },
            },
        });
        Assert.Equal(ExitCode.Ok, await coarse.RunAsync("show", Item));
        Assert.Contains("about: lat 36.15, lon 37.25", coarse.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("MGRS", coarse.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_read_out_is_what_the_web_client_reads_out_line_by_line()
    {
        foreach (var one in GridReferenceTests.Shared("read-back.json").GetProperty("readBacks").EnumerateArray())
        {
            var read = ReadBack.Of(ItemOf(one.GetProperty("kind").GetString()!, one.GetProperty("reference").GetString()!, one.GetProperty("fields")));

            Assert.NotNull(read);
            Assert.Equal(
                one.GetProperty("lines").EnumerateArray().Select(line => (line.GetProperty("written").GetString(), line.GetProperty("check").GetString())),
                read.Lines.Select(line => ((string?)line.Written, (string?)line.Check)));
            Assert.Equal(one.GetProperty("check").GetString(), read.Check);
        }
    }

    [Fact]
    public void Check_digits_are_those_of_ISO_7064_MOD_97_10()
    {
        Assert.Equal("82", RadioWords.CheckDigits("WEST12345698765432GB")); // as in the example of an IBAN, GB82 WEST 1234 5698 7654 32
        Assert.Equal(RadioWords.CheckDigits("210501700012345678FR"), RadioWords.CheckDigits("210501700012345678 fr"));
        Assert.Equal("98", RadioWords.CheckDigits(string.Empty));
        Assert.Equal("Hotel November Mike – Seven Kilo Tree Mike", RadioWords.Spell("HNM-7K3M"));
        Assert.Equal("Tree Seven Sierra – Charlie Victor – Niner Zero", RadioWords.Spell("37S CV 90"));
    }

    [Fact]
    public async Task A_movement_and_a_site_are_read_out_in_words_with_their_digits()
    {
        foreach (var one in GridReferenceTests.Shared("read-back.json").GetProperty("readBacks").EnumerateArray())
        {
            var kind = one.GetProperty("kind").GetString()!;
            using var terminal = await Showing(new { kind, reference = one.GetProperty("reference").GetString(), fields = one.GetProperty("fields") });

            Assert.Equal(ExitCode.Ok, await terminal.RunAsync(kind + "s", "read-back", Item));

            Assert.Contains("Reference: " + one.GetProperty("reference").GetString(), terminal.Out, StringComparison.Ordinal);
            Assert.Contains("Check digits of all: " + one.GetProperty("check").GetString(), terminal.Out, StringComparison.Ordinal);
            Assert.Contains(OnNotification.Law, Flat(terminal.Out), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_does_not_hold_the_whole_has_nothing_to_read_out()
    {
        using var terminal = await Showing(new
        {
            kind = "movement",
            reference = "HNM-AAAA-BBBB",
            fields = new { version = 1, windowStart = new { coarse = true, day = "2026-12-01" }, windowEnd = "2026-12-01T16:00:00Z", route = new { coarse = true, cells = Array.Empty<object>() } },
        });

        Assert.Equal(ExitCode.Refused, await terminal.RunAsync("movements", "read-back", Item));
        Assert.Equal(ExitCode.Usage, await terminal.RunAsync("sites", "read-back", Item));
        Assert.Contains("contactgroup movements read-back", terminal.Error, StringComparison.Ordinal);
    }

    private static Item ItemOf(string kind, string reference, JsonElement fields) => new(
        Item, kind, "c2", 1, DateTimeOffset.UnixEpoch, reference, "current", fields.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.Clone(), StringComparer.Ordinal),
        Marking: null, Releases: null, Exercise: false);

    private static async Task<Terminal> Taking(string route)
    {
        var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On(route, _ => (HttpStatusCode.Accepted, new { item = Item, reference = "HNM-AAAA-BBBB", version = 2, late = false, warnings = Array.Empty<object>() }));
        return terminal;
    }

    private static async Task<Terminal> Showing(object more)
    {
        var terminal = await new Terminal().SignedInAsync();
        var item = (JsonObject)JsonSerializer.SerializeToNode(more)!;
        (item["item"], item["channel"], item["revision"], item["releasedAt"], item["status"]) = (Item, "c2", 1, "2026-11-21T08:00:00Z", "current");
        terminal.Api.On($"GET /api/release/items/{Item}", _ => (HttpStatusCode.OK, item));
        return terminal;
    }

    private static JsonObject Sent(Terminal terminal, string route) => terminal.Api.Requests.Single(sent => sent.Route == route).Json;

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
