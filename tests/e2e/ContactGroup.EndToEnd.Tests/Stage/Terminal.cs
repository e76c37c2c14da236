using System.Diagnostics;
using System.Text.Json;

namespace ContactGroup.EndToEnd.Tests.Stage;

/// <summary>A terminal with one person at it: runs the command line as a process of its own against the exercise.</summary>
internal sealed class Terminal : IDisposable
{
    /// <summary>What the program ends with when nobody is signed in any more.</summary>
    private const int NotSignedIn = 3;

    /// <summary>How often somebody at a terminal asks again: each question is a process, and takes from those that are to answer it.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly Exercise exercise;
    private readonly string account;
    private readonly DirectoryInfo profiles = Directory.CreateTempSubdirectory("contactgroup-terminal-");

    private Terminal(Exercise exercise, string account) => (this.exercise, this.account) = (exercise, account);

    public static async Task<Terminal> SignInAsync(Exercise exercise, string account)
    {
        var terminal = new Terminal(exercise, account);
        await terminal.SignInAsync();
        return terminal;
    }

    /// <summary>What a command answers to a machine: its <c>data</c>. Fails when it was refused.</summary>
    public async Task<JsonElement> RunAsync(params string[] arguments)
    {
        var said = await SayAsync([.. arguments, "--json"]);
        Assert.True(said.Exit == 0, $"{string.Join(' ', arguments)}: {said.Complaint}");
        return Read(said).GetProperty("data");
    }

    /// <summary>What a command says to a person. Fails when it was refused.</summary>
    public async Task<string> ReadAsync(params string[] arguments)
    {
        var said = await SayAsync(arguments);
        Assert.True(said.Exit == 0, $"{string.Join(' ', arguments)}: {said.Complaint}");
        return said.Answer;
    }

    /// <summary>A command that is refused: what it ends with and all that it says to a machine.</summary>
    public async Task<(int Exit, JsonElement Answer)> RefusedAsync(params string[] arguments)
    {
        var said = await SayAsync([.. arguments, "--json"]);
        Assert.NotEqual(0, said.Exit);
        return (said.Exit, Read(said));
    }

    public void Dispose() => profiles.Delete(recursive: true);

    // On a clock that was set forward a session is over sooner than this machine knows; a person then signs in again.
    private async Task<Said> SayAsync(params string[] arguments)
    {
        var said = await StartAsync(string.Empty, arguments);
        if (said.Exit != NotSignedIn)
        {
            return said;
        }

        await SignInAsync();
        return await StartAsync(string.Empty, arguments);
    }

    private async Task SignInAsync()
    {
        var said = await StartAsync(exercise.Passphrase, "login", "--account", account, "--password-stdin");
        Assert.True(said.Exit == 0, $"login: {said.Complaint}");
    }

    private async Task<Said> StartAsync(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["CONTACTGROUP_URL"] = exercise.Address.ToString();
        start.Environment["CONTACTGROUP_CONFIG"] = profiles.FullName;
        foreach (var argument in (string[])["exec", Exercise.Program("ContactGroup.Cli", "contactgroup.dll"), .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var program = Process.Start(start)!;
        await program.StandardInput.WriteLineAsync(input);
        program.StandardInput.Close();
        var (answer, complaint) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync();
        return new Said(program.ExitCode, await answer, await complaint);
    }

    private static JsonElement Read(Said said) => JsonDocument.Parse(said.Answer).RootElement;

    private sealed record Said(int Exit, string Answer, string Complaint);
}
