using System.Runtime.Versioning;
using ContactGroup.Cli.Tests.Fake;

namespace ContactGroup.Cli.Tests.Commands;

public sealed class SessionCommandTests
{
    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_session_is_kept_in_a_file_for_its_owner_only()
    {
        using var terminal = await new Terminal().SignedInAsync();

        var file = Path.Combine(terminal.Folder, "profiles", "default.json");
        Assert.Contains("\"access\"", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task Neither_password_nor_token_is_ever_shown()
    {
        using var terminal = await new Terminal().SignedInAsync();
        var said = terminal.Out + terminal.Error;
        await terminal.RunAsync("whoami", "--json");
        said += terminal.Out + terminal.Error;

        Assert.DoesNotContain("secret", said, StringComparison.Ordinal);
        Assert.DoesNotContain("access", said, StringComparison.Ordinal);
        Assert.DoesNotContain("refresh", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_profiles_are_three_people()
    {
        using var terminal = new Terminal();
        var person = 0;
        terminal.Api.On("POST /api/identity/sessions", _ => (System.Net.HttpStatusCode.OK, new
        {
            accessToken = "token" + ++person,
            expiresIn = 900,
            refreshToken = "r",
            person = new { id = "p" + person, displayName = "P" + person },
        }));
        await terminal.SignedInAsync("one");
        await terminal.SignedInAsync("two");
        await terminal.SignedInAsync("three");
        terminal.Api.Requests.Clear();

        await terminal.RunAsync("whoami", "--profile", "two");
        await terminal.With("CONTACTGROUP_PROFILE", "three").RunAsync("whoami");

        Assert.Equal(["token2", "token3"], terminal.Api.Requests.Select(r => r.Token));
    }

    [Fact]
    public async Task A_token_is_not_sent_to_another_server()
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.Requests.Clear();

        var exit = await terminal.RunAsync("whoami", "--url", "https://elsewhere.example");

        Assert.Equal(ExitCode.NotSignedIn, exit);
        Assert.Empty(terminal.Api.Requests);
    }

    [Fact]
    public async Task Signing_out_forgets_the_session()
    {
        using var terminal = await new Terminal().SignedInAsync();

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("logout"));

        Assert.Equal(ExitCode.NotSignedIn, await terminal.RunAsync("whoami"));
        Assert.DoesNotContain("\"access\"", await File.ReadAllTextAsync(Path.Combine(terminal.Folder, "profiles", "default.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_sign_in_says_so_and_exits_with_3()
    {
        using var terminal = new Terminal();
        terminal.Api.On("POST /api/identity/sessions", _ => FakeApi.Problem(401, "CG-2002"));

        Assert.Equal(ExitCode.NotSignedIn, await terminal.RunWithInputAsync("wrong\n", "login", "--account", "ada", "--password-stdin"));

        Assert.Contains("It was refused.", terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("a/b")]
    [InlineData("")]
    public async Task A_profile_name_that_is_a_path_is_refused(string name)
    {
        using var terminal = new Terminal();

        Assert.Equal(ExitCode.Usage, await terminal.RunAsync("whoami", "--profile", name));
    }

    [Fact]
    public async Task A_server_that_is_away_exits_with_5()
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.Away = true;

        Assert.Equal(ExitCode.Unreachable, await terminal.RunAsync("whoami"));

        Assert.Contains("contactgroup config check", terminal.Error, StringComparison.Ordinal);
    }
}
