using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ContactGroup.Cli.Tests.Fake;

namespace ContactGroup.Cli.Tests.Import;

/// <summary>Movements of a spreadsheet go in whole or not at all, and never twice; whatever is wrong is named by line and column.</summary>
public sealed class MovementImportTests : IDisposable
{
    private const string NotifyRoute = "POST /api/movements/channels/c2/movements";
    private const string PreviewRoute = "POST /api/release/preview";
    private const string Header = "id,row,category,mode,windowStart,windowEnd,contactName,contactPhone,notes,stopType,stopName,lat,lon,at,vehicleType,plate,colour,tell";
    private const string Movement = "A,MOVEMENT,STANDARD,ROAD,2026-03-05T06:00:00Z,2026-03-05T14:00:00Z,Convoy lead,+999 11 555 0134,,,,,,,,,,police";
    private const string First = "A,STOP,,,,,,,,ORIGIN,Depot,35.123456,39.512345,2026-03-05T07:00:00+02:00,,,,";
    private const string Last = "A,STOP,,,,,,,,DESTINATION,,35.3,39.7,,,,,";
    private const string Truck = "A,VEHICLE,,,,,,,,,,,,,TRUCK_LT_10T,QX 71904,white,";

    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public async Task Its_rows_become_one_movement_in_the_order_of_travel()
    {
        using var terminal = await TerminalAsync(Movement, First, Truck, Last);

        Assert.Equal(ExitCode.Ok, await ImportAsync(terminal));

        var sent = terminal.Api.Requests.Single(sent => sent.Route is NotifyRoute);
        Assert.Equal("shown", sent.Shown);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                { "category": "STANDARD", "mode": "ROAD", "windowStart": "2026-03-05T06:00:00Z", "windowEnd": "2026-03-05T14:00:00Z",
                  "callContact": { "name": "Convoy lead", "phone": "+999 11 555 0134" },
                  "route": [{ "type": "ORIGIN", "name": "Depot", "lat": 35.123456, "lon": 39.512345, "at": "2026-03-05T07:00:00+02:00" },
                            { "type": "DESTINATION", "lat": 35.3, "lon": 39.7 }],
                  "vehicles": [{ "type": "TRUCK_LT_10T", "plate": "QX 71904", "colour": "white" }],
                  "recipients": [{ "audience": "police", "consent": true }], "sourceReference": { "system": "movements", "id": "A" } }
                """),
            sent.Json));
        Assert.Contains("1 movements read: 1 added", terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_may_be_sorted_in_any_way_and_the_file_may_come_from_a_spreadsheet_of_another_language()
    {
        var arabic = Last.Replace("35.3", "٣٥٫٣", StringComparison.Ordinal);
        var lines = new[] { Header, Truck, First, arabic, new string(',', 17), Movement }.Select(line => line.Replace(',', ';'));
        await File.WriteAllTextAsync(path, string.Join("\r\n", lines), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        using var terminal = await SignedInAsync();

        Assert.Equal(ExitCode.Ok, await ImportAsync(terminal));

        var route = terminal.Api.Requests.Single(sent => sent.Route is NotifyRoute).Json["route"]!.AsArray();
        Assert.Equal(["ORIGIN", "DESTINATION"], route.Select(stop => (string)stop!["type"]!));
        Assert.Equal(35.3, (double)route[1]!["lat"]!);
    }

    [Theory]
    [InlineData("nmae", "line 3: The template has no column 'nmae'.")]
    [InlineData("lat", "The record is not JSON: Duplicate property")]
    public async Task A_name_in_a_list_of_objects_that_is_unknown_or_comes_twice_is_not_passed_over(string name, string told)
    {
        await File.WriteAllTextAsync(
            path,
            $$"""
            [{ "id": "A", "row": "MOVEMENT", "category": "STANDARD", "mode": "ROAD", "windowStart": "2026-03-05T06:00:00Z", "windowEnd": "2026-03-05T14:00:00Z", "contactName": "C", "contactPhone": "+9 11", "stopType": null, "lat": null, "lon": null },
            { "id": "A", "row": "STOP", "stopType": "ORIGIN", "lat": 35.123456, "lon": 39.512345 },
            { "id": "A", "row": "STOP", "stopType": "DESTINATION", "lat": 35.3, "lon": 39.7, "{{name}}": "36.1" }]
            """);
        using var terminal = await SignedInAsync();

        Assert.NotEqual(ExitCode.Ok, await ImportAsync(terminal));

        Assert.Contains(told, terminal.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(terminal.Api.Requests, sent => sent.Route is NotifyRoute);
    }

    [Fact]
    public async Task A_window_of_days_holds_to_the_end_of_the_last_one()
    {
        using var terminal = await TerminalAsync("A,MOVEMENT,STANDARD,ROAD,2026-03-05,2026-03-06,Convoy lead,+999 11 555 0134,,,,,,,,,,", First, Last);

        Assert.Equal(ExitCode.Ok, await ImportAsync(terminal));

        var sent = terminal.Api.Requests.Single(sent => sent.Route is NotifyRoute).Json;
        Assert.Equal(("2026-03-05T00:00:00Z", "2026-03-06T23:59:59Z"), ((string)sent["windowStart"]!, (string)sent["windowEnd"]!));
    }

    [Theory]
    [InlineData("line 4, id A, lat: Give decimal degrees", Movement, First, "A,STOP,,,,,,,,DESTINATION,,north,39.7,,,,,")]
    [InlineData("line 4, id A, notes: A STOP row does not have it", Movement, First, "A,STOP,,,,,,,Food,DESTINATION,,35.3,39.7,,,,,")]
    [InlineData("line 2, id A, row: A movement needs at least two STOP rows", Movement, First)]
    [InlineData("line 5, id A, row: Say what the row is", Movement, First, Last, "A,CAR,,,,,,,,,,,,,AMBULANCE,,,")]
    [InlineData("line 5, id A, id: The MOVEMENT row on line 2 has the same id", Movement, First, Last, Movement)]
    [InlineData("line 2, id A, tell: There is no consent to telling military:x", "A,MOVEMENT,STANDARD,ROAD,2026-03-05T06:00:00Z,2026-03-05T14:00:00Z,C,+9 11,,,,,,,,,,military:x", First, Last)]
    [InlineData("line 2, id A, windowStart: Give a day", "A,MOVEMENT,STANDARD,ROAD,5 March,2026-03-05T14:00:00Z,C,+9 11,,,,,,,,,,", First, Last)]
    [InlineData("line 2, id A, mode: Every movement needs it", "A,MOVEMENT,STANDARD,,2026-03-05T06:00:00Z,2026-03-05T14:00:00Z,C,+9 11,,,,,,,,,,", First, Last)]
    public async Task While_something_is_at_fault_it_is_named_and_nothing_is_sent(string told, params string[] rows)
    {
        using var terminal = await TerminalAsync([.. rows, "B" + Movement[1..], "B" + First[1..], "B" + Last[1..]]);

        Assert.Equal(ExitCode.Refused, await ImportAsync(terminal));

        Assert.Contains(told, terminal.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(terminal.Api.Requests, sent => sent.Route is NotifyRoute);
        Assert.Equal(ExitCode.PartlyImported, await ImportAsync(terminal, "--partly"));
        Assert.Equal("B", (string?)terminal.Api.Requests.Single(sent => sent.Route is NotifyRoute).Json["sourceReference"]!["id"]);
    }

    [Theory]
    [InlineData("line 5, id a", "a,STOP,,,,,,,,WAYPOINT,,35.2,39.6,,,,,")]
    [InlineData("line 5, id", ",STOP,,,,,,,,WAYPOINT,,35.2,39.6,,,,,")]
    [InlineData("line 5: A quote", "A,STOP,,,,,,,,WAYPOINT,a\"b\"c\",35.2,39.6,,,,,")]
    public async Task A_row_that_belongs_to_nobody_known_keeps_the_whole_file_back_also_when_only_the_good_are_asked_for(string told, string row)
    {
        using var terminal = await TerminalAsync(Movement, First, Last, row);

        Assert.Equal(ExitCode.Refused, await ImportAsync(terminal, "--partly"));

        Assert.Contains(told, terminal.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(terminal.Api.Requests, sent => sent.Route is NotifyRoute);
    }

    [Fact]
    public async Task What_the_server_refuses_is_named_by_the_row_that_it_stands_in()
    {
        using var terminal = await TerminalAsync(Movement, First, Truck, Last);
        terminal.Api.On(PreviewRoute, _ => FakeApi.Problem(400, "CG-2001", new Dictionary<string, string[]>
        {
            ["content.route[1].at"] = ["Give an instant inside the window."],
            ["content.vehicles[0].plate"] = ["Write it on one line."],
            ["content.lateReason"] = ["Say why."],
        }));

        Assert.Equal(ExitCode.Refused, await ImportAsync(terminal));

        Assert.Contains("line 5, id A, at: Give an instant inside the window.", terminal.Out, StringComparison.Ordinal);
        Assert.Contains("line 4, id A, plate: Write it on one line.", terminal.Out, StringComparison.Ordinal);
        Assert.Contains("line 2, id A, lateReason: Say why.", terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_there_is_neither_looked_over_nor_added_again()
    {
        using var terminal = await TerminalAsync(Movement, First, Last);
        terminal.Api.On("POST /api/movements/channels/c2/brought", _ => (HttpStatusCode.OK, new { there = new[] { "A" } }));
        terminal.Api.On(NotifyRoute, _ => (HttpStatusCode.Accepted, new { item = "i", reference = "HNM-AAAA-BBBB", version = 1, existing = true }));

        Assert.Equal(ExitCode.Ok, await ImportAsync(terminal));

        Assert.Contains("0 added, 1 already there", terminal.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(terminal.Api.Requests, sent => sent.Route is PreviewRoute);
    }

    [Fact]
    public async Task What_is_there_and_says_something_else_or_is_over_is_rejected_so_that_nobody_is_believed_told()
    {
        using var terminal = await TerminalAsync(Movement, First, Last);
        terminal.Api.On(NotifyRoute, _ => (HttpStatusCode.Accepted, new
        {
            item = "i",
            reference = "HNM-AAAA-BBBB",
            version = 1,
            existing = true,
            warnings = new[] { new { field = "recipients", text = "It is told to others here. Amend HNM-AAAA-BBBB." } },
        }));

        Assert.Equal(ExitCode.Refused, await ImportAsync(terminal));

        Assert.Contains("It is told to others here. Amend HNM-AAAA-BBBB.", terminal.Out, StringComparison.Ordinal);
        Assert.Contains("1 rejected", terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_movement_that_looks_like_another_of_ones_own_goes_in_and_is_named_in_the_report_with_its_row()
    {
        const string Same = "HNM-CCCC-DDDD of your organisation goes the same way in the same time. If it is the same movement, amend that one, and withdraw this one.";
        using var terminal = await TerminalAsync(Movement, First, Last);
        terminal.Api.On(NotifyRoute, _ => (HttpStatusCode.Accepted, new
        {
            item = "i",
            reference = "HNM-AAAA-BBBB",
            version = 1,
            late = false,
            warnings = new[] { new { field = "route", text = Same } },
        }));

        Assert.Equal(ExitCode.Ok, await ImportAsync(terminal));

        Assert.Contains("HNM-CCCC-DDDD of your organisation goes the same way", string.Join(' ', (terminal.Out + terminal.Error).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_goes_on_by_itself_when_the_server_was_away_for_a_moment()
    {
        using var terminal = await TerminalAsync(Movement, First, Last);
        var asked = 0;
        terminal.Api.On(NotifyRoute, _ => ++asked == 1
            ? FakeApi.Problem(503, "CG-5003")
            : (HttpStatusCode.Accepted, new { item = "i", reference = "HNM-AAAA-BBBB", version = 1 }));

        Assert.Equal(ExitCode.Ok, await ImportAsync(terminal));

        var keys = terminal.Api.Requests.Where(sent => sent.Route is NotifyRoute).Select(sent => sent.Key).ToList();
        Assert.Equal(2, keys.Count);
        Assert.Single(keys.Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("movements")]
    [InlineData("sites")]
    public async Task The_template_that_is_written_is_one_that_is_read(string kind)
    {
        using var terminal = await SignedInAsync();
        var template = Path.Combine(terminal.Folder, "template.csv");

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync(kind, "template", "--out", template));
        Assert.Equal(ExitCode.Ok, await terminal.RunAsync(kind, "import", template, "--dry-run", "--consent", "police", "--consent", "military:northern-force"));

        Assert.Contains("1 would go in", terminal.Out, StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), (await File.ReadAllBytesAsync(template))[..3]);
        Assert.Equal(ExitCode.Refused, await terminal.RunAsync(kind, "template", "--out", template));
    }

    private Task<ExitCode> ImportAsync(Terminal terminal, params string[] more) =>
        terminal.RunAsync(["movements", "import", path, "--channel", "NGO room", "--consent", "police", .. more]);

    private async Task<Terminal> TerminalAsync(params string[] rows)
    {
        await File.WriteAllLinesAsync(path, [Header, .. rows]);
        return await SignedInAsync();
    }

    private static async Task<Terminal> SignedInAsync()
    {
        var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On(NotifyRoute, _ => (HttpStatusCode.Accepted, new { item = "i", reference = "HNM-AAAA-BBBB", version = 1, late = false, warnings = Array.Empty<object>() }));
        return terminal;
    }
}
