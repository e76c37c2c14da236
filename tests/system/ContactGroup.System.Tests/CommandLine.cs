using System.Diagnostics;
using ContactGroup.Testing;

namespace ContactGroup.System.Tests;

/// <summary>The command line client as a process of its own, signed in as one person at one deployment.</summary>
internal sealed class CommandLine : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private readonly Uri address;

    private CommandLine(Uri address) => this.address = address;

    /// <summary>Of nobody yet.</summary>
    public static CommandLine At(StandaloneProcess server) => new(server.Address);

    public static async Task<CommandLine> SignInAsync(StandaloneProcess at, string account)
    {
        var line = At(at);
        await line.LoginAsync(account, at.Password);
        return line;
    }

    public Task LoginAsync(string account, string password) => TellAsync(password, "login", "--account", account, "--password-stdin");

    /// <summary>Runs a command that has to succeed, with a line for it to read; what it said.</summary>
    public Task<string> TellAsync(string input, params string[] arguments) => RunAsync(input, arguments);

    /// <summary>Runs a command that has to succeed; what it said.</summary>
    public Task<string> RunAsync(params string[] arguments) => RunAsync(input: null, arguments);

    /// <summary>Runs a command; how it ended and what it said.</summary>
    public async Task<(int ExitCode, string Said)> TryAsync(string? input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "contactgroup.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["CONTACTGROUP_CONFIG"] = folder.Path;
        start.Environment["CONTACTGROUP_URL"] = address.ToString();
        using var process = Process.Start(start)!;
        if (input is not null)
        {
            await process.StandardInput.WriteLineAsync(input);
        }

        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said + await errors);
    }

    public void Dispose() => folder.Dispose();

    private async Task<string> RunAsync(string? input, string[] arguments)
    {
        var (exitCode, said) = await TryAsync(input, arguments);
        return exitCode == 0 ? said : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {exitCode}: {said}");
    }
}
