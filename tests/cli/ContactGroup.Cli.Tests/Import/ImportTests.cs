using System.Text;
using System.Text.Json.Nodes;
using ContactGroup.Cli.Tests.Fake;

namespace ContactGroup.Cli.Tests.Import;

public sealed class ImportTests
{
    private const string Header = "Date,Country ISO,Admin 1,Latitude,Longitude,Weapon Carried/Used,Aid Workers Killed,Event Description,SiND Event ID\n";

    [Fact]
    public async Task Rejected_rows_are_named_by_line_column_and_remedy_and_the_others_go_in()
    {
        using var terminal = await new Terminal().SignedInAsync();
        var file = terminal.Write("rows.csv", Header
            + "2026-02-03,SDN,Kestrel,,,Firearms,1,\"First line\nsecond line\",1\n"
            + "2026-02-30,SDN,Kestrel,,,Firearms,1,x,2\n"
            + "2026-02-03,Atlantis,Kestrel,95,25,Catapult,many,x,3\n"
            + "2026-02-04,SDN,Kestrel,,,Firearms,1,x,4\n");

        Assert.Equal(ExitCode.PartlyImported, await RunAsync(terminal, file, "--json"));

        var answer = terminal.Json["data"]!;
        Assert.Equal((4, 2, 2), (answer["read"]!.GetValue<int>(), answer["added"]!.GetValue<int>(), answer["rejected"]!.GetValue<int>()));
        var rows = answer["rows"]!.AsArray();
        Assert.Equal([4, 5], rows.Select(r => r!["line"]!.GetValue<int>()));
        Assert.Equal(["Date"], Columns(rows[0]));
        Assert.Equal(["Country ISO", "Latitude", "Weapon Carried/Used", "Aid Workers Killed"], Columns(rows[1]));
        Assert.Equal(["1", "4"], terminal.Api.Reports.Select(r => r["sourceReference"]!["id"]!.GetValue<string>()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_report_goes_no_further_than_was_shown_and_an_audience_is_shown_once()
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On("POST /api/release/preview", _ => (System.Net.HttpStatusCode.OK, new
        {
            views = new[] { new { audience = "side:humanitarian", label = "the humanitarian side", outcome = "shown", sentence = "At once." } },
            fingerprint = "shown",
        }));
        var file = terminal.Write("rows.csv", Header + "2026-02-03,SDN,Kestrel,,,Firearms,1,x,1\n2026-02-03,SDN,Kestrel,,,Firearms,1,x,2\n");

        Assert.Equal(ExitCode.Ok, await RunAsync(terminal, file));

        Assert.All(
            terminal.Api.Requests.Where(request => request.Route.EndsWith("/reports", StringComparison.Ordinal)), request => Assert.Equal("shown", request.Shown));
        Assert.Equal(2, terminal.Error.Split("the humanitarian side: At once.").Length);
    }

    [Fact]
    public async Task A_row_whose_audience_widens_is_rejected_and_names_it()
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On("POST /api/incidents/channels/c2/reports", _ => (System.Net.HttpStatusCode.Conflict, new
        {
            code = "CG-3020",
            views = new[] { new { audience = "side:political", label = "the political side", outcome = "shown", sentence = "At once." } },
            fingerprint = "wider",
        }));
        var file = terminal.Write("rows.csv", Header + "2026-02-03,SDN,Kestrel,,,Firearms,1,x,1\n");

        Assert.Equal(ExitCode.Refused, await RunAsync(terminal, file));

        Assert.Contains("the political side: At once.", terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_run_adds_nothing_and_says_so()
    {
        using var terminal = await new Terminal().SignedInAsync();
        var file = terminal.Write("rows.csv", Header + "2026-02-03,SDN,Kestrel,,,Firearms,1,x,1\n2026-02-03,SDN,Kestrel,,,Firearms,1,x,2\n");

        await RunAsync(terminal, file);
        Assert.Contains("2 added, 0 already there", terminal.Out, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Ok, await RunAsync(terminal, file));
        Assert.Contains("0 added, 2 already there", terminal.Out, StringComparison.Ordinal);
        Assert.Equal(2, terminal.Api.Reports.Count);
    }

    [Fact]
    public async Task A_record_without_an_id_is_known_by_its_content()
    {
        using var terminal = await new Terminal().SignedInAsync();
        var file = terminal.Write("rows.csv", "Date,Country ISO,Aid Workers Killed\n2026-02-03,SDN,1\n2026-02-03,SDN,2\n2026-02-03,SDN,1\n");

        await RunAsync(terminal, file);
        await RunAsync(terminal, file);

        Assert.Equal(2, terminal.Api.Reports.Count);
    }

    [Fact]
    public async Task The_same_id_with_other_content_is_rejected_and_not_lost_silently()
    {
        using var terminal = await new Terminal().SignedInAsync();
        var file = terminal.Write("rows.csv", Header + "2026-02-03,SDN,,,,,1,x,1\n2026-02-04,SDN,,,,,2,y,1\n");

        Assert.Equal(ExitCode.PartlyImported, await RunAsync(terminal, file));

        Assert.Contains("line 3, record 2, id 1", terminal.Out, StringComparison.Ordinal);
        Assert.Contains("line 2 has the same id", terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_server_refuses_is_named_by_its_column_too()
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On("POST /api/incidents/channels/c2/reports", _ => FakeApi.Problem(400, "CG-1002", new { admin1 = new[] { "Give the name of the area only." } }));
        var file = terminal.Write("rows.csv", Header + "2026-02-03,SDN,Kestrel @ 1:2,,,,1,x,1\n");

        Assert.Equal(ExitCode.Refused, await RunAsync(terminal, file));

        Assert.Contains("line 2, record 1, id 1, Admin 1 → admin1: Give the name of the area only.", terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_needs_no_server_and_sends_nothing()
    {
        using var terminal = new Terminal();
        terminal.Api.Away = true;
        var file = terminal.Write("rows.csv", Header + "2026-02-03,SDN,Kestrel,,,Firearms,1,x,1\n");

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("import", "incidents", file, "--mapping", "insecurity-insight", "--dry-run"));

        Assert.Contains("1 would go in, 0 rejected. Nothing was sent.", terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_stays_away_stops_the_import_and_says_that_it_can_be_run_again()
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On("POST /api/incidents/channels/c2/reports", _ => FakeApi.Problem(503, "CG-1008"));
        var file = terminal.Write("rows.csv", Header + string.Concat(Enumerable.Range(1, 50).Select(n => $"2026-02-03,SDN,,,,,1,x,{n}\n")));

        Assert.Equal(ExitCode.Unreachable, await RunAsync(terminal, file, "--wait-seconds", "2"));

        Assert.Contains("Run it again", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retry_of_one_record_keeps_its_key_and_another_record_has_another()
    {
        using var terminal = await new Terminal().SignedInAsync();
        var tries = 0;
        terminal.Api.On("POST /api/incidents/channels/c2/reports", sent =>
            ++tries == 1 ? FakeApi.Problem(503, "CG-1008") : (System.Net.HttpStatusCode.Accepted, new { item = "i", reference = "SIR-A", version = 1 }));
        var file = terminal.Write("rows.csv", Header + "2026-02-03,SDN,,,,,1,x,1\n2026-02-03,SDN,,,,,1,x,2\n");

        Assert.Equal(ExitCode.Ok, await RunAsync(terminal, file, "--concurrency", "1"));

        var keys = terminal.Api.Requests.Where(r => r.Route.EndsWith("/reports", StringComparison.Ordinal)).Select(r => r.Key).ToArray();
        Assert.Equal(3, keys.Length);
        Assert.Equal(keys[0], keys[1]);
        Assert.NotEqual(keys[1], keys[2]);
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("{\"a\":1}", "not an array")]
    [InlineData("Date,Date\n", "there twice")]
    [InlineData("When,Where\nx,y\n", "no column 'Date'")]
    [InlineData("[{\"Date\":\"2026-02-03\",\"Country ISO\":\"SDN\",\"Aid Workers Killed\":\"1\",\"SiND Event ID\":1}", "does not end")]
    public async Task A_file_that_cannot_be_read_is_a_sentence(string content, string sentence)
    {
        using var terminal = await new Terminal().SignedInAsync();
        var file = terminal.Write("rows", content);

        Assert.NotEqual(ExitCode.Ok, await RunAsync(terminal, file));

        Assert.Contains(sentence, terminal.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-02-03,SDN,\"Kes\"trel\",,,,1,x,1\n", "A quote stands where none may be")]
    [InlineData("2026-02-03,SDN,Kestrel,,,,1,x,1,surplus\n", "10 cells, the header 9")]
    public async Task A_broken_row_does_not_break_the_next(string broken, string sentence)
    {
        using var terminal = await new Terminal().SignedInAsync();
        var file = terminal.Write("rows.csv", Header + broken + "2026-02-03,SDN,Kestrel,,,,1,x,2\n");

        Assert.Equal(ExitCode.PartlyImported, await RunAsync(terminal, file));

        Assert.Contains("line 2", terminal.Out, StringComparison.Ordinal);
        Assert.Contains(sentence, terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_in_another_encoding_is_rejected_and_not_garbled()
    {
        using var terminal = await new Terminal().SignedInAsync();
        var file = terminal.Write("rows.csv", Encoding.Latin1.GetBytes(Header + "2026-02-03,SDN,Vallée,,,,1,x,1\n2026-02-03,SDN,Kestrel,,,,1,x,2\n"));

        Assert.Equal(ExitCode.PartlyImported, await RunAsync(terminal, file));

        Assert.Contains("not UTF-8", terminal.Out, StringComparison.Ordinal);
        Assert.Equal("Kestrel", terminal.Api.Reports.Single()["admin1"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_spreadsheet_that_separates_by_semicolon_is_understood()
    {
        using var terminal = await new Terminal().SignedInAsync();
        var file = terminal.Write("rows.csv", "\uFEFF" + (Header + "2026-02-03,SDN,Kestrel,,,,1,x,1\n").Replace(',', ';'));

        Assert.Equal(ExitCode.Ok, await RunAsync(terminal, file));

        Assert.Equal("Kestrel", terminal.Api.Reports.Single()["admin1"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_broken_record_of_a_JSON_array_does_not_break_the_next()
    {
        using var terminal = await new Terminal().SignedInAsync();
        var file = terminal.Write("rows.json", """
            [ 5,
              {"Date": nothing, "text": "a ] and a \" in it"},
              {"Date":"2026-02-03","Country ISO":"SDN","Aid Workers Killed":1,"Event Description":"brackets ]}[{ stay text","SiND Event ID":3}
            ]
            """);

        Assert.Equal(ExitCode.PartlyImported, await RunAsync(terminal, file));

        Assert.Contains("line 1, record 1: The record is not a JSON object", terminal.Out, StringComparison.Ordinal);
        Assert.Contains("line 2, record 2: The record is not JSON", terminal.Out, StringComparison.Ordinal);
        Assert.Equal("brackets ]}[{ stay text", terminal.Api.Reports.Single()["narrativeRestricted"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"name":"m"}""", "fields")]
    [InlineData("""{"name":"m","system":"s","fields":[],"colour":"red"}""", "colour")]
    [InlineData("""{"name":"m","system":"s","fields":[{"to":"occurredAt","from":["Date"],"as":"dates"}]}""", "as")]
    [InlineData("""{"name":"m","system":"s","constants":{"category":"TEA"},"fields":[{"to":"occurredAt","from":["Date"],"as":"date"}]}""", "'TEA' is not a code")]
    [InlineData("""{"name":"m","system":"s","constants":{"category":"OTHER"},"fields":[{"to":"nowhere","from":["Date"],"as":"text"}]}""", "no field 'nowhere'")]
    [InlineData("""{"name":"m","constants":{"category":"OTHER"},"fields":[{"to":"occurredAt","from":["Date"],"as":"date"}]}""", "Name the source system")]
    [InlineData("""{"name":"m","system":"s","constants":{"category":"OTHER"},"fields":[]}""", "needs 'occurredAt'")]
    [InlineData("not json", "not usable")]
    public async Task A_mapping_that_cannot_work_is_refused_before_anything_is_read(string mapping, string sentence)
    {
        using var terminal = await new Terminal().SignedInAsync();
        var file = terminal.Write("rows.csv", Header);

        Assert.Equal(ExitCode.Refused, await terminal.RunAsync("import", "incidents", file, "--channel", "NGO room", "--mapping", terminal.Write("mine.json", mapping)));

        Assert.Contains(sentence, terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_mapping_says_which_there_are()
    {
        using var terminal = new Terminal();

        Assert.Equal(ExitCode.Usage, await terminal.RunAsync("import", "incidents", "x.csv", "--dry-run", "--mapping", "excel"));

        Assert.Contains("awsd, hxl, insecurity-insight", terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("17")]
    public async Task Concurrency_is_bounded(string concurrency)
    {
        using var terminal = new Terminal();

        Assert.Equal(ExitCode.Usage, await terminal.RunAsync("import", "incidents", "x.csv", "--dry-run", "--mapping", "awsd", "--concurrency", concurrency));
    }

    private static IEnumerable<string?> Columns(JsonNode? row) => row!["problems"]!.AsArray().Select(p => p!["column"]?.GetValue<string>());

    private static Task<ExitCode> RunAsync(Terminal terminal, string file, params string[] more) =>
        terminal.RunAsync(["import", "incidents", file, "--channel", "NGO room", "--mapping", "insecurity-insight", .. more]);
}
