using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ContactGroup.Cli.Tests.Fake;

namespace ContactGroup.Cli.Tests.Commands;

/// <summary>A record is written as it came and checked without a server.</summary>
public sealed class RecordCommandTests
{
    private const string Item = "0123456789abcdefghjkmnpqrs";
    private const string Entry = """{"asOf":"2026-03-02T00:00:00.000Z","format":"contactgroup-record-1","item":"i1","kind":"record","reference":"HNM-1"}""";
    private static readonly string Head = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(new string('0', 64) + Entry)));
    private static readonly string Record = $$"""{"format":"contactgroup-record-1","entries":[{"entry":{{Entry}},"hash":"{{Head}}"}],"head":"{{Head}}"}""";

    [Theory]
    [InlineData("movements")]
    [InlineData("sites")]
    public async Task A_record_goes_out_as_it_came(string family)
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On($"GET /api/release/items/{Item}/record", _ => (HttpStatusCode.OK, JsonNode.Parse(Record)));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync(family, "record", Item));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Record), JsonNode.Parse(terminal.Out)));
    }

    [Fact]
    public async Task A_record_that_holds_says_its_last_hash_and_what_it_does_not_show()
    {
        using var terminal = new Terminal();

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("record", "verify", terminal.Write("record.json", Record), "--head", Head));

        Assert.Contains(Head, terminal.Out, StringComparison.Ordinal);
        Assert.Contains("does not show who made it", terminal.Out, StringComparison.Ordinal);
        Assert.Empty(terminal.Api.Requests);
    }

    [Fact]
    public async Task A_record_that_was_changed_names_the_entry_and_fails()
    {
        using var terminal = new Terminal();

        Assert.Equal(ExitCode.Refused, await terminal.RunAsync("record", "verify", terminal.Write("record.json", Record.Replace("HNM-1", "HNM-2", StringComparison.Ordinal))));

        Assert.Contains("at entry 1", terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_wrong_command()
    {
        using var terminal = new Terminal();

        Assert.Equal(ExitCode.Usage, await terminal.RunAsync("record", "verify", "nowhere.json"));
    }

    [Fact]
    public async Task A_report_names_what_it_affects()
    {
        using var terminal = await new Terminal().SignedInAsync();

        await terminal.RunAsync("report", "NGO room", "--category", "AIR_DRONE_STRIKE", "--at", "2026-03-01", "--affects", Item);

        Assert.Equal(Item, (string?)terminal.Api.Reports.Single()["linkedNotification"]);
    }

    [Theory]
    [InlineData("2026-03-02T08:00:00Z", 2, ", version 2, as it was when this was reported.")]
    [InlineData(null, null, ".")]
    public async Task What_an_incident_affects_is_said_and_when_the_record_was_kept_to_whom_that_is_told(string? kept, int? version, string ending)
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On($"GET /api/release/items/{Item}/affected", _ => (HttpStatusCode.OK, new { item = "i1", kind = "movement", reference = "HNM-1", version, kept }));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("affected", Item));

        Assert.Contains("the movement HNM-1" + ending, terminal.Out, StringComparison.Ordinal);
        Assert.Equal(kept is not null, terminal.Out.Contains($"movements record HNM-1 --incident {Item}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_an_incident_affects_is_absent_for_whom_it_is_not_told()
    {
        using var terminal = await new Terminal().SignedInAsync();

        Assert.Equal(ExitCode.NotFound, await terminal.RunAsync("affected", Item));

        Assert.Empty(terminal.Out);
    }
}
