using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using ContactGroup.Cli.Tests.Fake;

namespace ContactGroup.Cli.Tests.Commands;

public sealed class CheckCommandTests
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "humanitarian-space.json");

    [Fact]
    public async Task The_shipped_policy_holds()
    {
        using var terminal = new Terminal();

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("policy", "check", Shipped));

        Assert.Contains("every rule holds in every cell", terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_that_breaks_a_rule_is_refused_with_a_counterexample()
    {
        using var terminal = new Terminal();
        var policy = JsonNode.Parse(await File.ReadAllTextAsync(Shipped))!.AsObject();
        policy["grants"]!.AsArray().RemoveAt(0);
        var file = terminal.Write("policy.json", policy.ToJsonString());

        Assert.Equal(ExitCode.Refused, await terminal.RunAsync("policy", "check", file));

        Assert.Matches("rule [1-6] ", terminal.Out);
    }

    [Fact]
    public async Task A_policy_that_cannot_be_read_is_refused_by_field()
    {
        using var terminal = new Terminal();
        var file = terminal.Write("policy.json", """{"name":"x","version":"one"}""");

        Assert.Equal(ExitCode.Refused, await terminal.RunAsync("policy", "check", file, "--json"));

        Assert.False(terminal.Json["data"]!["readable"]!.GetValue<bool>());
        Assert.NotEmpty(terminal.Json["data"]!["findings"]!.AsArray());
    }

    [Fact]
    public async Task Policies_that_differ_in_name_and_version_alone_change_nothing_for_anybody()
    {
        using var terminal = new Terminal();
        var policy = JsonNode.Parse(await File.ReadAllTextAsync(Shipped))!.AsObject();
        policy["version"] = 2;
        var next = terminal.Write("next.json", policy.ToJsonString());

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("policy", "diff", Shipped, next));

        Assert.Contains("nobody would be shown anything else", terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_policy_takes_and_gives_is_told_in_sentences()
    {
        using var terminal = new Terminal();
        var policy = JsonNode.Parse(await File.ReadAllTextAsync(Shipped))!.AsObject();
        var grants = policy["grants"]!.AsArray();
        grants.Remove(grants.First(grant => (string)grant!["id"]! == "plenary-humanitarian-cooperation"));
        var next = terminal.Write("next.json", policy.ToJsonString());

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("policy", "diff", Shipped, next, "--json"));

        var data = terminal.Json["data"]!;
        Assert.Empty(data["grows"]!.AsArray());
        Assert.Contains(data["shrinks"]!.AsArray(), sentence => ((string)sentence!).StartsWith("Shrinks: plenary-message of the humanitarian side for", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missing_file_is_a_sentence_and_not_a_trace()
    {
        using var terminal = new Terminal();

        Assert.Equal(ExitCode.Refused, await terminal.RunAsync("policy", "check", "nowhere.json"));

        Assert.DoesNotContain("   at ", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_profile_that_others_can_read_is_found()
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On("GET /health/ready", _ => (System.Net.HttpStatusCode.OK, null));
        File.SetUnixFileMode(Path.Combine(terminal.Folder, "profiles", "default.json"), (UnixFileMode)0b110_100_100);

        Assert.Equal(ExitCode.Refused, await terminal.RunAsync("config", "check"));

        Assert.Contains("chmod 600", terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_away_and_an_address_without_encryption_are_found()
    {
        using var terminal = new Terminal();
        terminal.Api.Away = true;

        Assert.Equal(ExitCode.Unreachable, await terminal.RunAsync("config", "check", "--url", "http://contact.example"));

        Assert.Contains("not encrypted", terminal.Out, StringComparison.Ordinal);
        Assert.Contains("no answer", terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_settings_file_that_is_not_JSON_is_found()
    {
        using var terminal = new Terminal();
        var file = terminal.Write("appsettings.json", "{ \"Edge\": ");

        Assert.Equal(ExitCode.Refused, await terminal.RunAsync("config", "check", file));
    }

    [Fact]
    public async Task A_wrong_key_in_an_entry_of_a_list_is_named_with_its_place()
    {
        using var terminal = new Terminal();
        var file = terminal.Write(
            "appsettings.json",
            """{ "Identity": { "OpenId": { "Providers": [ { "Name": "desk" }, { "Name": "other", "ClientSecert": "x" } ] } }, "Realtime": { "AllowedOrigins": "https://app.example.org" } }""");

        Assert.Equal(ExitCode.Refused, await terminal.RunAsync("config", "check", file));

        Assert.Contains("Identity:OpenId:Providers:1:ClientSecert", terminal.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Providers:0", terminal.Out, StringComparison.Ordinal);
        Assert.Contains("a list is expected here", terminal.Out, StringComparison.Ordinal);
    }
}
