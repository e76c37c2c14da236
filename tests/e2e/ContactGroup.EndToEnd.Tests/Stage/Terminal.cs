using System.Diagnostics;
using System.Text.Json;

namespace ContactGroup.EndToEnd.Tests.Stage;

/// <summary>A terminal with one person at it: runs the command line as a process of its own against the exercise.</summary>
internal sealed class Terminal : IDisposable
{
    private readonly Exercise exercise;
    private readonly DirectoryInfo profiles = Directory.CreateTempSubdirectory("contactgroup-terminal-");

    private Terminal(Exercise exercise) => this.exercise = exercise;

    public static async Task<Terminal> SignInAsync(Exercise exercise, string account)
    {
        var terminal = new Terminal(exercise);
        await terminal.RunAsync(exercise.Passphrase, "login", "--account", account, "--password-stdin");
        return terminal;
    }

    /// <summary>What a command answers to a machine: its <c>data</c>. Fails when it was refused.</summary>
    public Task<JsonElement> RunAsync(params string[] arguments) => RunAsync(string.Empty, arguments);

    public void Dispose() => profiles.Delete(recursive: true);

    private async Task<JsonElement> RunAsync(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["CONTACTGROUP_URL"] = exercise.Address.ToString();
        start.Environment["CONTACTGROUP_CONFIG"] = profiles.FullName;
        foreach (var argument in (string[])["exec", Exercise.Program("ContactGroup.Cli", "contactgroup.dll"), .. arguments, "--json"])
        {
            start.ArgumentList.Add(argument);
        }

        using var program = Process.Start(start)!;
        await program.StandardInput.WriteLineAsync(input);
        program.StandardInput.Close();
        var (said, complaint) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync();
        Assert.True(program.ExitCode == 0, $"{arguments[0]}: {await complaint}");
        return JsonDocument.Parse(await said).RootElement.GetProperty("data");
    }
}
