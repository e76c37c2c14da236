using System.Net;
using System.Text.Json.Nodes;
using ContactGroup.Cli.Tests.Fake;

namespace ContactGroup.Cli.Tests.Commands;

/// <summary>What administrators and coordinators say by name reaches the server by id; what is not clear reaches it not at all.</summary>
public sealed class ConveningCommandTests
{
    private static readonly object[] Organisations =
    [
        new { id = "o1", name = "Relief One", abbreviation = "R1", constituency = "ingo" },
        new { id = "o2", name = "Northern Command", abbreviation = "NC", constituency = "military", force = "northern-force" },
    ];

    [Theory]
    [InlineData("Relief One")]
    [InlineData("r1")]
    [InlineData("o1")]
    public async Task An_organisation_is_called_by_name_short_name_or_id(string organisation)
    {
        using var terminal = await SignedInAsync();
        terminal.Api.On("POST /api/identity/invitations", _ => (HttpStatusCode.Created, new { code = "once", expiresAt = "2026-03-04T08:00:00Z" }));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("invite", organisation, "--hours", "5"));

        Assert.Contains("Code: once", terminal.Out, StringComparison.Ordinal);
        Assert.Equal(("o1", 5), ((string?)Sent(terminal, "POST /api/identity/invitations")["organisation"], (int)Sent(terminal, "POST /api/identity/invitations")["expiresInHours"]!));
    }

    [Theory]
    [InlineData("invite")]
    [InlineData("invite", "Relief One", "--administrator")]
    [InlineData("members", "add", "Amal")]
    [InlineData("members", "add", "Amal", "--of", "Relief One")] // There are two contact groups.
    [InlineData("members", "add", "Noor", "--of", "Relief One", "--group", "Meridian")] // There are two of that name.
    [InlineData("suspend", "Amal")]
    public async Task What_is_not_clear_changes_nothing(params string[] command)
    {
        using var terminal = await SignedInAsync();

        Assert.Equal(ExitCode.Usage, await terminal.RunAsync(command));

        Assert.DoesNotContain(terminal.Api.Requests, sent => sent.Route.StartsWith("POST /api/channels", StringComparison.Ordinal) || sent.Route.EndsWith("suspend", StringComparison.Ordinal) || sent.Route.EndsWith("invitations", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_not_there_is_not_found_and_those_who_are_are_named()
    {
        using var terminal = await SignedInAsync();

        Assert.Equal(ExitCode.NotFound, await terminal.RunAsync("members", "add", "Amel", "--of", "R1", "--group", "Meridian"));

        Assert.Contains("\"Amal\"", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_is_added_and_removed_by_name()
    {
        using var terminal = await SignedInAsync();
        terminal.Api.On("POST /api/channels/groups/g1/members", _ => (HttpStatusCode.NoContent, null));
        terminal.Api.On("GET /api/channels/groups/g1/members", _ => (HttpStatusCode.OK, new { members = new[] { new { person = "p7", displayName = "Amal", organisation = "Relief One", constituency = "ingo" } } }));
        terminal.Api.On("DELETE /api/channels/groups/g1/members/p7", _ => (HttpStatusCode.NoContent, null));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("members", "add", "amal", "--of", "R1", "--group", "Meridian"));
        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("members", "remove", "AMAL", "--group", "Meridian"));

        Assert.Equal("p7", (string?)Sent(terminal, "POST /api/channels/groups/g1/members")["person"]);
        Assert.Single(terminal.Api.Requests, sent => sent.Route == "DELETE /api/channels/groups/g1/members/p7");
    }

    [Fact]
    public async Task An_administrator_is_suspended_by_name()
    {
        using var terminal = await SignedInAsync();
        terminal.Api.On("GET /api/identity/administrators", _ => (HttpStatusCode.OK, new { people = new[] { new { id = "p3", displayName = "Root", account = "root", suspended = false } } }));
        terminal.Api.On("POST /api/identity/people/p3/suspend", _ => (HttpStatusCode.NoContent, null));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("suspend", "root", "--administrator"));

        Assert.Contains("Suspended: Root (administrator).", terminal.Out, StringComparison.Ordinal);
        Assert.Single(terminal.Api.Requests, sent => sent.Route == "POST /api/identity/people/p3/suspend");
    }

    [Fact]
    public async Task A_posture_is_changed_with_its_reason()
    {
        using var terminal = await SignedInAsync();
        terminal.Api.On("POST /api/channels/groups/g2/posture", _ => (HttpStatusCode.NoContent, null));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("groups", "posture", "distance", "--reason", "Fighting.", "--group", "Harbour"));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{ "posture": "distance", "reason": "Fighting." }"""), Sent(terminal, "POST /api/channels/groups/g2/posture")));
    }

    [Fact]
    public async Task A_channel_is_opened_for_those_who_are_named()
    {
        using var terminal = await SignedInAsync();
        terminal.Api.On("POST /api/channels/groups/g1/channels", _ => (HttpStatusCode.Created, new { id = "c9" }));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("channels", "open", "NGO room", "--kind", "caucus", "--admit", "ingo", "--admit", "nngo", "--group", "Meridian"));

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{ "name": "NGO room", "kind": "caucus", "admits": ["ingo", "nngo"] }"""), Sent(terminal, "POST /api/channels/groups/g1/channels")));
    }

    [Fact]
    public async Task A_password_for_a_new_server_is_not_on_the_command_line()
    {
        using var terminal = new Terminal();
        terminal.Api.On("POST /api/identity/setup", _ => (HttpStatusCode.Created, new { person = new { id = "p1", displayName = "Root" } }));

        Assert.Equal(ExitCode.Usage, await terminal.RunAsync("setup", "code", "--account", "root", "--name", "Root"));
        Assert.Equal(ExitCode.Ok, await terminal.RunWithInputAsync("secret words\n", "setup", "code", "--account", "root", "--name", "Root", "--password-stdin"));

        Assert.Equal("secret words", (string?)Sent(terminal, "POST /api/identity/setup")["password"]);
        Assert.DoesNotContain("secret", terminal.Out + terminal.Error, StringComparison.Ordinal);
    }

    private static async Task<Terminal> SignedInAsync()
    {
        var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On("GET /api/identity/organisations", _ => (HttpStatusCode.OK, new { organisations = Organisations }));
        terminal.Api.On("GET /api/identity/organisations/o1/people", _ => (HttpStatusCode.OK, new
        {
            people = new[]
            {
                new { id = "p7", displayName = "Amal", suspended = false },
                new { id = "p8", displayName = "Noor", suspended = false },
                new { id = "p9", displayName = "Noor", suspended = false },
            },
        }));
        return terminal;
    }

    private static JsonNode Sent(Terminal terminal, string route) => terminal.Api.Requests.Single(sent => sent.Route == route).Json;
}
