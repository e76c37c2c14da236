using System.Globalization;
using ContactGroup.Infra.Tests.Formats;
using ContactGroup.Infra.Tests.Images;
using ContactGroup.Testing;

namespace ContactGroup.Infra.Tests.Local;

/// <summary><c>infra/local/run</c> on a folder that an earlier run left. What it starts here says how it was started, and ends.</summary>
public sealed class RunTests : IDisposable
{
    private const string Built = "ContactGroup.Movements.Host/debug/ContactGroup.Movements.Host";
    private const string Published = "movements/ContactGroup.Movements.Host";

    // Before there were movements and access notices.
    private static readonly string[] Earlier =
    [
        .. new[] { "ADMIN_PASSWORD", "REDIS_PASSWORD", "PASSWORD_BACKUP", "BUS_PASSWORD_REALTIME" },
        .. new[] { "IDENTITY", "CHANNELS", "INCIDENTS", "RELEASE" }.SelectMany(service => new[] { $"PASSWORD_{service}", $"BUS_PASSWORD_{service}" }),
    ];

    private readonly TemporaryFolder folder = new();
    private readonly string port = FreePort.Take().ToString(CultureInfo.InvariantCulture);

    public RunTests()
    {
        foreach (var name in (string[])["kept", "log", "run"])
        {
            Directory.CreateDirectory(In(name));
        }

        File.WriteAllText(In("kept/passwords"), string.Concat(Earlier.Select(name => $"CONTACTGROUP_{name}=of-before\n")));
        File.WriteAllText(In("run/environment"), "declare -x Bus__Transport=\"rabbitmq\"\n");
        Lay(Built);
        Lay(Published);
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("built", Built)]
    [InlineData("published", Published)]
    public async Task What_is_started_anew_is_the_build_that_the_folder_was_started_with(string form, string program)
    {
        await AgainAsync(form);

        Assert.Equal(In($"programs of it/{program}"), (await StartedAsync())[0]);
    }

    [Fact]
    public async Task A_service_that_came_with_an_upgrade_gets_passwords_and_those_of_the_others_stay()
    {
        var before = await File.ReadAllLinesAsync(In("kept/passwords"));

        await AgainAsync("published");

        var after = await File.ReadAllLinesAsync(In("kept/passwords"));
        var made = after.Skip(before.Length).Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        Assert.Equal(before, after.Take(before.Length));
        Assert.Equal(
            ["CONTACTGROUP_BUS_PASSWORD_ACCESS", "CONTACTGROUP_BUS_PASSWORD_MOVEMENTS", "CONTACTGROUP_PASSWORD_ACCESS", "CONTACTGROUP_PASSWORD_MOVEMENTS"],
            made.Keys.Order(StringComparer.Ordinal));
        Assert.All(made.Values, password => Assert.Matches("^[A-Za-z0-9_-]{32}$", password));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(In("kept/passwords")));
        Assert.Contains(await StartedAsync(), line => line.EndsWith($";Password={made["CONTACTGROUP_PASSWORD_MOVEMENTS"]}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_started_anew_as_another_build()
    {
        await File.WriteAllTextAsync(In("run/programs"), $"published {In("programs of it")}\n");

        var (code, said) = await RunAsync("again", $"movements-{port}", "--built", "--data", folder.Path);

        Assert.Equal(2, code);
        Assert.Contains("--built", said, StringComparison.Ordinal);
    }

    private string In(string path) => Path.Combine(folder.Path, path);

    private void Lay(string program)
    {
        var path = In($"programs of it/{program}");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $"#!/bin/sh\n{{ echo \"$0\"; env; }} >'{In("said")}'\nmv '{In("said")}' '{In("started")}'\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private async Task AgainAsync(string form)
    {
        await File.WriteAllTextAsync(In("run/programs"), $"{form} {In("programs of it")}\n");
        var (code, said) = await RunAsync("again", $"movements-{port}", "--data", folder.Path);
        Assert.True(code == 0, said);
    }

    private async Task<string[]> StartedAsync()
    {
        await Eventually.IsAsync(true, () => Task.FromResult(File.Exists(In("started"))));
        return await File.ReadAllLinesAsync(In("started"));
    }

    private static Task<(int Code, string Said)> RunAsync(params string[] arguments) =>
        RunningProcess.RunAsync("bash", [Repository.Path("infra/local/run"), .. arguments], new Dictionary<string, string>(StringComparer.Ordinal));
}
