using System.Diagnostics;
using System.Text.Json.Nodes;

namespace ContactGroup.System.Tests;

/// <summary>The standalone as a process of its own, on a free port of this machine.</summary>
internal sealed class StandaloneProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> errors;

    private StandaloneProcess(Process process)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
    }

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public string Password { get; private set; } = string.Empty;

    /// <summary>What an empty one lets the first administrator in with.</summary>
    public string SetUpCode { get; private set; } = string.Empty;

    /// <summary>Starts the exercise on a data folder and waits until it is laid out.</summary>
    public static async Task<StandaloneProcess> StartExerciseAsync(string dataFolder, params string[] settings)
    {
        var started = Start(["--demo", "--json", "--data", dataFolder, "--urls", "http://127.0.0.1:0", .. settings]);
        while (await started.process.StandardOutput.ReadLineAsync() is { } line)
        {
            var said = JsonNode.Parse(line)!;
            started.Address = said["addresses"] is { } addresses ? new Uri(addresses[0]!.GetValue<string>()) : started.Address;
            started.Password = said["password"]?.GetValue<string>() ?? started.Password;
            if (said["ready"] is not null)
            {
                return started;
            }
        }

        throw new InvalidOperationException($"The standalone did not start: {await started.errors}");
    }

    /// <summary>Starts on an empty folder, without an exercise.</summary>
    public static async Task<StandaloneProcess> StartEmptyAsync(string dataFolder)
    {
        const string Code = "Set-up code: ";
        var started = Start(["--data", dataFolder, "--urls", "http://127.0.0.1:0"]);
        while (await started.process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split(Code) is [_, var code])
            {
                started.SetUpCode = code;
            }
            else if (line.Split(" is ready at ") is [_, var address])
            {
                started.Address = new Uri(address);
                return started;
            }
        }

        throw new InvalidOperationException($"The standalone did not start: {await started.errors}");
    }

    /// <summary>Runs it to its end; for starts that are refused.</summary>
    public static async Task<(int ExitCode, string Errors)> RunAsync(params string[] arguments)
    {
        using var refused = Start(arguments);
        await refused.process.WaitForExitAsync();
        return (refused.process.ExitCode, await refused.errors);
    }

    /// <summary>Ends it without a word, as a power cut would.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    private static StandaloneProcess Start(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "ContactGroup.Standalone.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        return new StandaloneProcess(Process.Start(start)!);
    }
}
