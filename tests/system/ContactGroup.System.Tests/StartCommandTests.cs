using ContactGroup.Standalone;
using ContactGroup.Testing;

namespace ContactGroup.System.Tests;

/// <summary>What the command line checked is what the process uses.</summary>
public sealed class StartCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void No_setting_takes_the_place_of_the_checked_address_and_folder()
    {
        var (start, _) = StartCommand.Read(["--demo", "--data", folder.Path, "--urls", "http://127.0.0.1:5080", "--URLS=http://192.0.2.1:5080", "--storage:datafolder=/elsewhere"]);

        var read = new ConfigurationBuilder().AddCommandLine(start!.Settings).Build();

        Assert.Equal(("http://127.0.0.1:5080", folder.Path), (read["urls"], read["Storage:DataFolder"]));
    }

    [Fact]
    public void No_folder_is_a_mistake_not_a_crash() => Assert.Equal(2, StartCommand.Read(["--data", ""]).ExitCode);

    public void Dispose() => folder.Dispose();
}
