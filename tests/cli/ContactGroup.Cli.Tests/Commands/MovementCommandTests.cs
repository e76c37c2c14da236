using System.Net;
using System.Text.Json.Nodes;
using ContactGroup.Cli.Commands;
using ContactGroup.Cli.Tests.Fake;

namespace ContactGroup.Cli.Tests.Commands;

/// <summary>A movement is notified as it was shown, to nobody without consent, and later versions go to the service that keeps it.</summary>
public sealed class MovementCommandTests
{
    private const string Item = "0123456789abcdefghjkmnpqrs";
    private const string NotifyRoute = "POST /api/movements/channels/c2/movements";

    private static readonly string[] Road =
    [
        "movements", "notify", "NGO room", "--category", "STANDARD", "--mode", "ROAD", "--start", "2026-12-01T06:00:00Z", "--end", "2026-12-01T16:00:00Z",
        "--stop", "36.123456,37.234567", "--stop", "36.5,37.25,,Bridge hospital,2026-12-01T09:00:00Z,2026-12-01T10:00:00Z", "--vehicle", "AMBULANCE,NG-1234",
        "--contact", "Dispatch", "--phone", "+961 3 123 456",
    ];

    [Fact]
    public async Task A_movement_is_previewed_and_notified_with_the_forces_that_have_consent()
    {
        using var terminal = await new Terminal().SignedInAsync();
        Takes(terminal, NotifyRoute, late: false);

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync([.. Road, "--tell", "military:northern-force", "--consent", "military:northern-force"]));

        var sent = Sent(terminal, NotifyRoute);
        Assert.Equal("shown", sent.Shown);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                { "category": "STANDARD", "mode": "ROAD", "windowStart": "2026-12-01T06:00:00Z", "windowEnd": "2026-12-01T16:00:00Z",
                  "route": [
                    { "type": "ORIGIN", "lat": 36.123456, "lon": 37.234567 },
                    { "type": "DESTINATION", "lat": 36.5, "lon": 37.25, "name": "Bridge hospital", "at": "2026-12-01T09:00:00Z", "until": "2026-12-01T10:00:00Z" }],
                  "vehicles": [{ "type": "AMBULANCE", "plate": "NG-1234" }],
                  "callContact": { "name": "Dispatch", "phone": "+961 3 123 456" },
                  "recipients": [{ "audience": "military:northern-force", "consent": true }] }
                """),
            sent.Json));
        var preview = Sent(terminal, "POST /api/release/preview").Json;
        Assert.Equal("movement", preview["kind"]!.GetValue<string>());
        Assert.True(JsonNode.DeepEquals(sent.Json, preview["content"]));
        Assert.Contains(OnNotification.Law, terminal.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12,5")]
    [InlineData("1,250")]
    [InlineData("NaN")]
    [InlineData("1e3")]
    public async Task A_weight_that_could_be_read_in_two_ways_is_refused(string tonnes)
    {
        using var terminal = await new Terminal().SignedInAsync();

        Assert.Equal(ExitCode.Usage, await terminal.RunAsync([.. Road, "--tonnes", tonnes]));

        Assert.Contains("--tonnes takes a number", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_early_a_notification_is_asked_for_is_shown_with_each_force_that_asks_for_something_else()
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On("GET /api/movements/channels/c2/lead-times", _ => (HttpStatusCode.OK, new
        {
            deployment = new { standard = 48, airAndSea = 72, emergency = 24 },
            parties = new[] { new { audience = "police", hours = new { standard = 96, airAndSea = 72, emergency = 12 } } },
        }));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync(["movements", "lead-times", "NGO room"]));

        Assert.Matches("everybody else +48 h +72 h +24 h", terminal.Out);
        Assert.Matches("police +96 h +72 h +12 h", terminal.Out);
    }

    [Theory]
    [InlineData("""{ "type": "LineString", "coordinates": [[37.2, 36.1, 400], [37.25, 36.5]] }""")]
    [InlineData("""{ "type": "FeatureCollection", "features": [{ "type": "Feature", "properties": { "name": "Secret" }, "geometry": { "type": "Point", "coordinates": [1, 2] } }, { "type": "Feature", "geometry": { "type": "MultiLineString", "coordinates": [[[37.2, 36.1], [37.25, 36.5]]] } }] }""")]
    public async Task A_route_is_read_from_a_file_of_a_map_and_nothing_else_of_it_is_sent(string file)
    {
        using var terminal = await new Terminal().SignedInAsync();
        Takes(terminal, NotifyRoute, late: false);
        var path = terminal.Write("route.geojson", file);

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync([.. Road, "--route", path, "--alternate-route", path]));

        var sent = Sent(terminal, NotifyRoute).Json;
        Assert.Equal("""{"type":"LineString","coordinates":[[37.2,36.1],[37.25,36.5]]}""", sent["routeGeometry"]!.ToJsonString());
        Assert.Equal("""[{"type":"LineString","coordinates":[[37.2,36.1],[37.25,36.5]]}]""", sent["alternateRoutes"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{ "type": "Point", "coordinates": [1, 2] }""")]
    [InlineData("""{ "type": "MultiLineString", "coordinates": [[[37.2, 36.1], [37.25, 36.5]], [[37.2, 36.1], [37.25, 36.5]]] }""")]
    [InlineData("""{ "type": "LineString", "coordinates": [["a", "b"]] }""")]
    [InlineData("""{ "type": "LineString" }""")]
    [InlineData("lat,lon")]
    public async Task A_file_without_exactly_one_line_is_not_sent(string file)
    {
        using var terminal = await new Terminal().SignedInAsync();

        Assert.Equal(ExitCode.Refused, await terminal.RunAsync([.. Road, "--route", terminal.Write("route.geojson", file)]));

        Assert.Contains("GeoJSON file with one LineString", terminal.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(terminal.Api.Requests, sent => sent.Route is NotifyRoute);
    }

    [Theory]
    [InlineData("--route")]
    [InlineData("--alternate-route")]
    public async Task A_file_that_cannot_be_read_is_named_with_its_option(string option)
    {
        using var terminal = await new Terminal().SignedInAsync();

        Assert.Equal(ExitCode.Refused, await terminal.RunAsync([.. Road, option, terminal.Write("route.geojson", "{}") + ".missing"]));

        Assert.Contains($"{option}: ", terminal.Error, StringComparison.Ordinal);
        Assert.Contains($"Give {option} the path of a GeoJSON file", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_escort_goes_with_why_it_is_armed()
    {
        using var terminal = await new Terminal().SignedInAsync();
        Takes(terminal, NotifyRoute, late: false);

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync([.. Road, "--escort", "ARMED_ESCORT", "--escort-justification", "No other road."]));

        var sent = Sent(terminal, NotifyRoute).Json;
        Assert.Equal(("ARMED_ESCORT", "No other road."), ((string?)sent["escort"], (string?)sent["escortJustification"]));
    }

    [Fact]
    public async Task What_is_carried_who_travels_and_how_they_are_reached_goes_as_typed()
    {
        using var terminal = await new Terminal().SignedInAsync();
        Takes(terminal, NotifyRoute, late: false);

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync(
        [
            .. Road, "--cargo", "FOOD", "--cargo", "FUEL", "--tonnes", "12.5", "--cubic-metres", "40", "--dangerous-goods", "--waybill", "WB-7", "--communications", "HF_RADIO",
            "--radio-call-sign", "Heron base", "--front-line", "false", "--parties-on-route", "One, then another.", "--drivers", "2", "--national-staff", "3",
        ]));

        var sent = Sent(terminal, NotifyRoute).Json;
        Assert.Equal("""["FOOD","FUEL"]""", sent["cargo"]!.ToJsonString());
        Assert.Equal((12.5, 40d, true, "WB-7"), ((double)sent["cargoTonnes"]!, (double)sent["cargoCubicMetres"]!, (bool)sent["dangerousGoods"]!, (string?)sent["waybill"]));
        Assert.Equal(("""["HF_RADIO"]""", "Heron base"), (sent["communications"]!.ToJsonString(), (string?)sent["radioCallSign"]));
        Assert.Equal((false, "One, then another."), ((bool)sent["frontLineCrossing"]!, (string?)sent["partiesOnRoute"]));
        Assert.Equal((2, 3), ((int)sent["drivers"]!, (int)sent["nationalStaff"]!));
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_force_without_consent()
    {
        using var terminal = await new Terminal().SignedInAsync();

        Assert.Equal(ExitCode.Usage, await terminal.RunAsync([.. Road, "--tell", "police", "--tell", "military:northern-force", "--consent", "police"]));

        Assert.Contains("--consent military:northern-force", terminal.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(terminal.Api.Requests, sent => sent.Route is NotifyRoute or "POST /api/release/preview");
    }

    [Theory]
    [InlineData("yes\n", true)]
    [InlineData("no\n", false)]
    public async Task A_person_is_asked_for_a_consent_that_was_not_given(string typed, bool goes)
    {
        using var terminal = await new Terminal().SignedInAsync();
        Takes(terminal, NotifyRoute, late: false);

        Assert.Equal(goes ? ExitCode.Ok : ExitCode.Usage, await terminal.RunAsPersonAsync(typed, [.. Road, "--tell", "police"]));

        Assert.Contains("police gets route", terminal.Error, StringComparison.Ordinal);
        Assert.Equal(goes, terminal.Api.Requests.Any(sent => sent.Route is NotifyRoute));
    }

    [Fact]
    public async Task Lateness_and_positions_to_look_at_are_said()
    {
        using var terminal = await new Terminal().SignedInAsync();
        Takes(terminal, NotifyRoute, late: true, new { field = "route[1]", text = "The position has few decimals." });

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync(Road));

        Assert.Contains("marked late", terminal.Out, StringComparison.Ordinal);
        Assert.Contains("route[1]: The position has few decimals.", terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_amendment_goes_at_once_with_what_is_different()
    {
        using var terminal = await new Terminal().SignedInAsync();
        Takes(terminal, $"POST /api/movements/items/{Item}/amend", late: false);

        Assert.Equal(
            ExitCode.Ok, await terminal.RunAsync("movements", "amend", Item, "--end", "2026-12-02T16:00:00Z", "--clear", "staff", "--reason", "The bridge is slow."));

        Assert.DoesNotContain(terminal.Api.Requests, sent => sent.Route is "POST /api/release/preview");
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{ "windowEnd": "2026-12-02T16:00:00Z", "clear": ["staff"], "reason": "The bridge is slow." }"""),
            Sent(terminal, $"POST /api/movements/items/{Item}/amend").Json));
    }

    [Theory]
    [InlineData("36.2,37.2", null, true)]
    [InlineData("36.1,37.2", null, false)]
    [InlineData("36.2,37.2", "routeGeometry", false)]
    public async Task A_drawn_road_that_goes_out_with_corrected_stops_is_said_before_it_is_sent(string first, string? clear, bool goesOut)
    {
        using var terminal = await new Terminal().SignedInAsync();
        Takes(terminal, $"POST /api/movements/items/{Item}/amend", late: false);
        terminal.Api.On($"GET /api/release/items/{Item}", _ => (HttpStatusCode.OK, Movement(new
        {
            route = new[] { new { lat = 36.1, lon = 37.2 }, new { lat = 36.5, lon = 37.25 } },
            routeGeometry = new { type = "LineString", coordinates = new[] { new[] { 37.2, 36.1 }, new[] { 37.25, 36.5 } } },
        })));

        string[] cleared = clear is null ? [] : ["--clear", clear];
        Assert.Equal(ExitCode.Ok, await terminal.RunAsync(["movements", "amend", Item, "--stop", first, "--stop", "36.5,37.25", .. cleared]));

        Assert.Equal(goesOut, terminal.Error.Contains("The drawn road goes out", StringComparison.Ordinal));
        Assert.DoesNotContain("The other ways go out", terminal.Error, StringComparison.Ordinal);
        Assert.Contains(terminal.Api.Requests, sent => sent.Route == $"POST /api/movements/items/{Item}/amend");
    }

    [Fact]
    public async Task Corrected_stops_go_although_what_is_there_cannot_be_looked_up()
    {
        using var terminal = await new Terminal().SignedInAsync();
        Takes(terminal, $"POST /api/movements/items/{Item}/amend", late: false);

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("movements", "amend", Item, "--stop", "36.2,37.2", "--stop", "36.5,37.25"));

        Assert.Contains(terminal.Api.Requests, sent => sent.Route == $"POST /api/movements/items/{Item}/amend");
    }

    [Fact]
    public async Task What_has_the_wrong_shape_is_answered_by_the_service_and_not_by_looking_up_lines()
    {
        using var terminal = await new Terminal().SignedInAsync();
        Takes(terminal, $"POST /api/movements/items/{Item}/amend", late: false);
        terminal.Api.On($"GET /api/release/items/{Item}", _ => (HttpStatusCode.OK, Movement(new
        {
            route = new[] { new { lat = 36.1, lon = 37.2 }, new { lat = 36.5, lon = 37.25 } },
            routeGeometry = new { type = "LineString", coordinates = new[] { new[] { 37.2, 36.1 }, new[] { 37.25, 36.5 } } },
        })));
        var file = terminal.Write("changes.json", """{ "route": ["36.2,37.2", 7], "clear": [7] }""");

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("movements", "amend", Item, "--file", file));

        Assert.Contains(terminal.Api.Requests, sent => sent.Route == $"POST /api/movements/items/{Item}/amend");
    }

    [Fact]
    public async Task A_state_is_said_and_one_that_is_none_is_not_sent()
    {
        using var terminal = await new Terminal().SignedInAsync();
        Takes(terminal, $"POST /api/movements/items/{Item}/state", late: false);

        Assert.Equal(ExitCode.Usage, await terminal.RunAsync("movements", "state", Item, "finished"));
        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("movements", "state", Item, "underway"));

        Assert.Equal("UNDERWAY", Sent(terminal, $"POST /api/movements/items/{Item}/state").Json["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_check_in_names_a_stop_or_none_and_nothing_else()
    {
        using var terminal = await new Terminal().SignedInAsync();
        Takes(terminal, $"POST /api/movements/items/{Item}/check-ins", late: false);

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("movements", "check-in", Item, "--stop", "0", "--note", "All well."));
        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("movements", "check-in", Item));

        var sent = terminal.Api.Requests.Where(sent => sent.Route == $"POST /api/movements/items/{Item}/check-ins").ToList();
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{ "stop": 0, "note": "All well." }"""), sent[0].Json));
        Assert.Null(sent[1].Json["stop"]);
    }

    [Fact]
    public async Task What_is_overdue_and_who_says_nothing_stands_in_the_list()
    {
        using var terminal = await new Terminal().SignedInAsync();
        var movement = Movement(new
        {
            state = "UNDERWAY",
            overdueSince = "2026-12-01T09:30:00Z",
            dispatch = new object[]
            {
                new { to = "police", state = "SENT", version = 2, reminders = 2 },
                new { to = "military:northern-force", state = "SENT", version = 2, reminders = 2, escalatedAt = "2026-12-01T05:00:00Z" },
                new { to = "military:southern-force", state = "ACKNOWLEDGED", version = 2, reminders = 1 },
            },
        });
        terminal.Api.On("GET /api/release/items", _ => (HttpStatusCode.OK, new { items = new[] { movement }, count = 1 }));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("items", "--kind", "movement"));

        Assert.Contains("UNDERWAY · OVERDUE since 2026-12-01T09:30:00Z", terminal.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("southern", terminal.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SENT", null, "not acknowledged")]
    [InlineData("SENT", 1, "not acknowledged, reminded once")]
    [InlineData("ACKNOWLEDGED", 1, "")]
    public async Task A_force_reads_in_its_list_what_it_has_not_acknowledged(string state, int? reminders, string expected)
    {
        using var terminal = await new Terminal().SignedInAsync();
        var movement = Movement(new { state = "NOTIFIED", mode = "ROAD", dispatch = new[] { new { state, version = 1, reminders } } });
        terminal.Api.On("GET /api/release/items", _ => (HttpStatusCode.OK, new { items = new[] { movement }, count = 1 }));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("items", "--kind", "movement"));

        string[] parts = ["NOTIFIED", expected, "ROAD"];
        Assert.Contains(string.Join(" · ", parts.Where(part => part.Length > 0)), terminal.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("withdraw")]
    [InlineData("movements withdraw")]
    public async Task A_movement_is_taken_back_where_movements_are_kept_and_with_a_reason(string command)
    {
        using var terminal = await new Terminal().SignedInAsync();
        Present(terminal);
        Takes(terminal, $"POST /api/movements/items/{Item}/withdraw", late: false);

        Assert.Equal(ExitCode.Usage, await terminal.RunAsync([.. command.Split(' '), Item]));
        Assert.Equal(ExitCode.Ok, await terminal.RunAsync([.. command.Split(' '), Item, "--reason", "Not today."]));

        Assert.Equal("Not today.", Sent(terminal, $"POST /api/movements/items/{Item}/withdraw").Json["reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_force_acknowledges_the_version_it_reads_for_one_of_its_cells()
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On($"GET /api/release/items/{Item}", _ => (HttpStatusCode.OK, Movement(new { state = "NOTIFIED", version = 3 })));
        terminal.Api.On(
            $"POST /api/movements/items/{Item}/acknowledge", _ => (HttpStatusCode.Accepted, new { item = Item, version = 2, acknowledgedAt = "2026-11-21T08:00:00Z" }));

        Assert.Equal(ExitCode.Usage, await terminal.RunAsync("movements", "acknowledge", Item, "--version", "2"));
        Assert.Equal(ExitCode.Usage, await terminal.RunAsync("movements", "acknowledge", Item, "--cell", "Air liaison"));
        Assert.DoesNotContain(terminal.Api.Requests, sent => sent.Route.EndsWith("/acknowledge", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("movements", "acknowledge", Item, "--cell", "Air liaison", "--version", "2"));

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{ "version": 2, "cell": "Air liaison" }"""), Sent(terminal, $"POST /api/movements/items/{Item}/acknowledge").Json));
        Assert.Contains(OnNotification.Law, terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Movements_are_listed_with_their_state_and_way()
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On("GET /api/release/items", _ => (HttpStatusCode.OK, new { items = new[] { Movement() }, count = 1 }));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("items", "--kind", "movement"));

        Assert.Contains("kind=movement", Sent(terminal, "GET /api/release/items").Address.Query, StringComparison.Ordinal);
        Assert.Contains("UNDERWAY · Aylan to Bridge hospital", terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_movement_is_shown_stop_by_stop_with_what_a_notification_is()
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On($"GET /api/release/items/{Item}", _ => (HttpStatusCode.OK, Movement()));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("show", Item));

        Assert.Contains("name Aylan, lat 36.1, lon 37.2, MGRS 37S", terminal.Out, StringComparison.Ordinal);
        Assert.Contains(OnNotification.Law, terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_of_what_is_different_from_the_version_before_are_shown_above_the_fields_and_no_line_where_nothing_is()
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On($"GET /api/release/items/{Item}", _ => (HttpStatusCode.OK, Movement(changed: ["windowStart", "route"])));
        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("show", Item));
        Assert.Contains("Changed since version 1: windowStart, route", terminal.Out, StringComparison.Ordinal);

        using var other = await new Terminal().SignedInAsync();
        other.Api.On($"GET /api/release/items/{Item}", _ => (HttpStatusCode.OK, Movement()));
        Assert.Equal(ExitCode.Ok, await other.RunAsync("show", Item));
        Assert.DoesNotContain("Changed since", other.Out, StringComparison.Ordinal);
    }

    private static FakeApi.Sent Sent(Terminal terminal, string route) => terminal.Api.Requests.Single(sent => sent.Route == route);

    private static void Takes(Terminal terminal, string route, bool late, params object[] warnings) =>
        terminal.Api.On(route, _ => (HttpStatusCode.Accepted, new { item = Item, reference = "HNM-AAAA-BBBB", version = 2, late, warnings }));

    private static void Present(Terminal terminal) => terminal.Api.On($"GET /api/release/items/{Item}", _ => (HttpStatusCode.OK, Movement(new
    {
        state = "NOTIFIED",
        category = "STANDARD",
        windowEnd = "2026-12-01T16:00:00Z",
        late = false,
        recipients = new[] { "police" },
        organisation = new { id = "o1", name = "Relief One" },
    })));

    private static object Movement(object? fields = null, string[]? changed = null) => new
    {
        item = Item,
        kind = "movement",
        channel = "c2",
        revision = 1,
        releasedAt = "2026-11-21T08:00:00Z",
        changed,
        changedSince = changed is null ? (int?)null : 1,
        reference = "HNM-AAAA-BBBB",
        status = "current",
        fields = fields ?? new
        {
            state = "UNDERWAY",
            route = new[] { new { name = "Aylan", lat = 36.1, lon = 37.2 }, new { name = "Bridge hospital", lat = 36.5, lon = 37.25 } },
        },
        marking = new { sensitivity = "moderate", caveats = Array.Empty<string>(), policy = "humanitarian-space@2" },
    };
}
