using ContactGroup.Testing;

namespace ContactGroup.System.Tests.Scenarios;

/// <summary>What the process says when it should not start.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("--demo", "--urls", "http://0.0.0.0:5080")]
    [InlineData("--demo", "--urls", "http://127.0.0.1:5080;http://192.0.2.1:5080")]
    public async Task An_exercise_is_refused_on_an_address_that_others_can_reach(params string[] arguments)
    {
        var (exitCode, errors) = await StandaloneProcess.RunAsync(arguments);

        Assert.Equal(2, exitCode);
        Assert.StartsWith("--demo prints its passwords", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exercise_does_not_go_among_real_accounts()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "identity.db"), string.Empty);

        var (exitCode, errors) = await StandaloneProcess.RunAsync("--demo", "--data", folder.Path, "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, exitCode);
        Assert.StartsWith("--demo keeps to folders of its own", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_process_logs_never_mixes_with_what_it_prints_for_programs()
    {
        using var folder = new TemporaryFolder();

        using var talkative = await StandaloneProcess.StartExerciseAsync(folder.Path, "--Logging:LogLevel:Default=Information");

        Assert.NotEmpty(talkative.Password);
    }

    [Fact]
    public async Task A_misspelt_option_is_named()
    {
        var (exitCode, errors) = await StandaloneProcess.RunAsync("--dmeo");

        Assert.Equal(2, exitCode);
        Assert.Contains("`--dmeo` is not an option", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelt_setting_is_named()
    {
        using var folder = new TemporaryFolder();

        var (exitCode, errors) = await StandaloneProcess.RunAsync("--data", folder.Path, "--urls", "http://127.0.0.1:0", "--Edge:RequestsPerSecnd=5");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("Edge:RequestsPerSecnd does not exist. Did you mean Edge:RequestsPerSecond?", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_process_is_kept_out_of_the_data_folder()
    {
        using var folder = new TemporaryFolder();
        using var first = await LaidOutExercise.One.StartAsync(folder.Path);

        var (exitCode, errors) = await StandaloneProcess.RunAsync("--data", folder.Path, "--urls", "http://127.0.0.1:0");

        Assert.Equal(1, exitCode);
        Assert.StartsWith("Another process uses", errors, StringComparison.Ordinal);
    }
}
