using System.Net;
using System.Text.Json.Nodes;
using ContactGroup.Cli.Tests.Fake;

namespace ContactGroup.Cli.Tests.Import;

/// <summary>A register of sites goes in whole or not at all, and never twice.</summary>
public sealed class SiteImportTests : IDisposable
{
    private const string NotifyRoute = "POST /api/movements/channels/c2/sites";
    private const string Header = "id,siteType,name,country,lat,lon,coordinateMethod,accuracy,footprint,validFrom,contactName,contactPhone,relation,tell";
    private const string Good = "17,CLINIC_PHC,Aylan clinic,SYR,36.123456,37.234567,GPS_ON_SITE,6,36.1231 37.2341; 36.1231 37.2351; 36.1241 37.2351,2026-01-01,Duty nurse,+961 3 123 456,OPERATES,police";

    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public async Task A_row_is_looked_over_and_notified_under_its_id()
    {
        using var terminal = await TerminalAsync(Good);

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("sites", "import", path, "--channel", "NGO room", "--consent", "police", "--system", "register"));

        var sent = terminal.Api.Requests.Single(sent => sent.Route is NotifyRoute);
        Assert.Equal("shown", sent.Shown);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                { "siteType": "CLINIC_PHC", "name": "Aylan clinic", "country": "SYR", "position": { "lat": 36.123456, "lon": 37.234567 }, "coordinateMethod": "GPS_ON_SITE",
                  "accuracy": 6, "footprint": [{ "lat": 36.1231, "lon": 37.2341 }, { "lat": 36.1231, "lon": 37.2351 }, { "lat": 36.1241, "lon": 37.2351 }],
                  "validFrom": "2026-01-01T00:00:00Z", "callContact": { "name": "Duty nurse", "phone": "+961 3 123 456" }, "relation": "OPERATES",
                  "recipients": [{ "audience": "police", "consent": true }], "sourceReference": { "system": "register", "id": "17" } }
                """),
            sent.Json));
        Assert.Contains("1 sites read: 1 added", terminal.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("18,CLINIC_PHC,B,SYR,north,37.2,MAP,6,,,N,+961 3 1,OPERATES,", "lat: Give decimal degrees")]
    [InlineData("18,CLINIC_PHC,B,SYR,36.1,37.2,MAP,6,,,N,+961 3 1,OPERATES,military:northern-force", "--consent military:northern-force")]
    [InlineData("17,CLINIC_PHC,B,SYR,36.1,37.2,MAP,6,,,N,+961 3 1,OPERATES,", "has the same id")]
    [InlineData("18,CLINIC_PHC,,SYR,36.1,37.2,MAP,6,,,N,+961 3 1,OPERATES,", "name: Every site needs it")]
    public async Task While_a_row_is_at_fault_nothing_is_sent(string row, string told)
    {
        using var terminal = await TerminalAsync(Good, row);

        Assert.Equal(ExitCode.Refused, await terminal.RunAsync("sites", "import", path, "--channel", "NGO room", "--consent", "police"));

        Assert.Contains("line 3", terminal.Out, StringComparison.Ordinal);
        Assert.Contains(told, terminal.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(terminal.Api.Requests, sent => sent.Route is NotifyRoute);
    }

    [Fact]
    public async Task The_good_rows_go_in_when_the_person_says_so()
    {
        using var terminal = await TerminalAsync(Good, "18,CLINIC_PHC,B,SYR,north,37.2,MAP,6,,,N,+961 3 1,OPERATES,");

        Assert.Equal(ExitCode.PartlyImported, await terminal.RunAsync("sites", "import", path, "--channel", "NGO room", "--consent", "police", "--partly"));

        Assert.Single(terminal.Api.Requests, sent => sent.Route is NotifyRoute);
    }

    [Fact]
    public async Task A_dry_run_needs_no_server_and_sends_nothing()
    {
        using var terminal = await TerminalAsync(Good);

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("sites", "import", path, "--dry-run", "--consent", "police"));

        Assert.DoesNotContain(terminal.Api.Requests, sent => sent.Route is NotifyRoute or "POST /api/release/preview");
        Assert.Contains("1 would go in", terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_there_is_not_added_twice()
    {
        using var terminal = await TerminalAsync(Good);
        terminal.Api.On(NotifyRoute, _ => (HttpStatusCode.Accepted, new { item = "i", reference = "HNS-AAAA-BBBB", version = 1, existing = true }));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("sites", "import", path, "--channel", "NGO room", "--consent", "police"));

        Assert.Contains("0 added, 1 already there", terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_another_form_is_not_read()
    {
        await File.WriteAllTextAsync(path, "id,colour\n1,red\n");
        using var terminal = await new Terminal().SignedInAsync();

        Assert.Equal(ExitCode.Refused, await terminal.RunAsync("sites", "import", path, "--channel", "NGO room"));

        Assert.Contains("no column 'colour'", terminal.Out, StringComparison.Ordinal);
    }

    private async Task<Terminal> TerminalAsync(params string[] rows)
    {
        await File.WriteAllLinesAsync(path, [Header, .. rows]);
        var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On(NotifyRoute, _ => (HttpStatusCode.Accepted, new { item = "i", reference = "HNS-AAAA-BBBB", version = 1, late = false, warnings = Array.Empty<object>() }));
        return terminal;
    }
}
