using System.Collections.Concurrent;
using System.Diagnostics;

namespace ContactGroup.Infra.Tests.Images;

/// <summary>A program as a process of its own, with no environment but the given one.</summary>
internal sealed class RunningProcess : IDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> said = new();

    private RunningProcess(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Except(["PATH", "HOME", "DOTNET_ROOT"], StringComparer.Ordinal).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        process = new Process { StartInfo = start };
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public IReadOnlyCollection<string> Said => said;

    public bool HasEnded => process.HasExited;

    public static RunningProcess Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment) =>
        new(program, arguments, environment);

    /// <summary>Runs it to its end.</summary>
    /// <returns>Its exit code.</returns>
    public static async Task<int> EndAsync(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var running = Start(program, arguments, environment ?? new Dictionary<string, string>(StringComparer.Ordinal));
        await running.process.WaitForExitAsync();
        return running.process.ExitCode;
    }

    /// <summary>Runs it to its end.</summary>
    /// <returns>What it said.</returns>
    public static async Task<string> SaysAsync(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment) =>
        (await RunAsync(program, arguments, environment)).Said;

    /// <summary>Runs it to its end.</summary>
    /// <returns>Its exit code, and what it said.</returns>
    public static async Task<(int Code, string Said)> RunAsync(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        using var running = Start(program, arguments, environment);
        await running.process.WaitForExitAsync();
        return (running.process.ExitCode, string.Join('\n', running.said));
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
        {
            said.Enqueue(text);
        }
    }
}
