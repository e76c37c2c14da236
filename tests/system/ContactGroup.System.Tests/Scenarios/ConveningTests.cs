using System.Text.Json.Nodes;
using ContactGroup.Testing;

namespace ContactGroup.System.Tests.Scenarios;

/// <summary>From an empty folder to a contact group in which people write, with nothing but the command line.</summary>
public sealed class ConveningTests : IDisposable
{
    private const string Password = "gravel-lantern-orchid-42";
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task A_new_server_is_set_up_and_a_contact_group_convened()
    {
        using var server = await StandaloneProcess.StartEmptyAsync(folder.Path);
        using var admin = CommandLine.At(server);
        await admin.TellAsync(Password, "setup", server.SetUpCode, "--account", "root", "--name", "Administrator", "--password-stdin");
        await admin.LoginAsync("root", Password);
        await admin.RunAsync("organisations", "add", "Coordination office", "--type", "coordination", "--short", "OFFICE");
        await admin.RunAsync("organisations", "add", "Relief North", "--type", "ingo");
        await admin.RunAsync("organisations", "add", "Northern Command", "--type", "military", "--force", "northern-force");

        using var ines = await JoinAsync(server, admin, "office", "ines", "Ines");
        using var amal = await JoinAsync(server, admin, "Relief North", "amal", "Amal");
        using var okan = await JoinAsync(server, admin, "Northern Command", "okan", "Okan");
        await ines.RunAsync("groups", "open", "North", "--purpose", "Keep aid workers safe.", "--assumptions", "Notification is never permission.", "--posture", "coexistence");
        await ines.RunAsync("channels", "open", "Plenary", "--kind", "plenary");
        await ines.RunAsync("channels", "open", "NGO room", "--kind", "caucus", "--admit", "ingo", "--admit", "nngo");

        // Channels hears of a new person a moment after identity has them.
        await Eventually.IsAsync(0, async () => (await ines.TryAsync(input: null, "members", "add", "Amal", "--of", "Relief North")).ExitCode);
        await Eventually.IsAsync(0, async () => (await ines.TryAsync(input: null, "members", "add", "Okan", "--of", "Northern Command")).ExitCode);
        await amal.RunAsync("terms", "accept");
        await amal.RunAsync("post", "NGO room", "Is the road open?");

        Assert.Equal(["NGO room", "Plenary"], await ChannelsAsync(amal));
        Assert.Equal(["Plenary"], await ChannelsAsync(okan));

        await ines.RunAsync("groups", "posture", "distance", "--reason", "Fighting on the road.");
        Assert.Empty(await ChannelsAsync(okan));

        await ines.RunAsync("terms", "change", "--purpose", "Keep aid workers safe.", "--assumptions", "No live positions.");
        Assert.Contains("version 2, not accepted", await amal.RunAsync("terms", "show"), StringComparison.Ordinal);

        await ines.RunAsync("members", "remove", "amal");
        Assert.Empty(await ChannelsAsync(amal));
        await admin.RunAsync("suspend", "Okan", "--of", "Northern Command");
        Assert.Equal(3, (await okan.TryAsync(input: null, "whoami")).ExitCode);
    }

    public void Dispose() => folder.Dispose();

    private static async Task<CommandLine> JoinAsync(StandaloneProcess server, CommandLine admin, string organisation, string account, string name)
    {
        var invitation = JsonNode.Parse(await admin.RunAsync("invite", organisation, "--json"))!;
        var line = CommandLine.At(server);
        await line.TellAsync(Password, "join", (string)invitation["data"]!["code"]!, "--account", account, "--name", name, "--password-stdin");
        await line.LoginAsync(account, Password);
        return line;
    }

    private static async Task<IReadOnlyList<string>> ChannelsAsync(CommandLine line) =>
        [.. JsonNode.Parse(await line.RunAsync("channels", "--json"))!["data"]!.AsArray().Select(channel => (string)channel!["name"]!).Order(StringComparer.Ordinal)];
}
