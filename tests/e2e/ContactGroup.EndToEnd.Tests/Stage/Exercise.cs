using System.Diagnostics;
using System.Text.Json;
using ContactGroup.Standalone;
using ContactGroup.Standalone.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ContactGroup.EndToEnd.Tests.Stage;

/// <summary>
/// The exercise of <c>--demo</c>, running: the standalone program started on a free port with a folder of its own, or the one at
/// <c>CONTACTGROUP_URL</c> whose passphrase is in <c>CONTACTGROUP_PASSPHRASE</c>.
/// </summary>
internal sealed class Exercise : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(200);

    private readonly Process? process;
    private readonly DirectoryInfo? folder;
    private WebApplication? inProcess;

    private Exercise(Uri address, string passphrase, Process? process, DirectoryInfo? folder)
    {
        Address = address;
        Passphrase = passphrase;
        this.process = process;
        this.folder = folder;
    }

    public Uri Address { get; }

    public string Passphrase { get; }

    public static async Task<Exercise> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("CONTACTGROUP_URL") is { Length: > 0 } url)
        {
            return new Exercise(new Uri(url), Environment.GetEnvironmentVariable("CONTACTGROUP_PASSPHRASE") ?? string.Empty, process: null, folder: null);
        }

        var data = Directory.CreateTempSubdirectory("contactgroup-e2e-");
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = data.FullName };
        foreach (var argument in new[] { "exec", Program("ContactGroup.Standalone", "ContactGroup.Standalone.dll"), "--demo", "--json", "--urls", "http://127.0.0.1:0", "--data", data.FullName })
        {
            start.ArgumentList.Add(argument);
        }

        var program = Process.Start(start)!;
        using var limit = new CancellationTokenSource(StartLimit);
        var address = (await ReadAsync(program, "addresses", limit.Token))[0].GetString()!;
        var passphrase = (await ReadAsync(program, "password", limit.Token)).GetString()!;
        _ = program.StandardOutput.ReadToEndAsync(CancellationToken.None); // keeps the pipe from filling
        return new Exercise(new Uri(address), passphrase, program, data);
    }

    /// <summary>The same program in this process, on a clock that the test can set forward.</summary>
    public static async Task<Exercise> StartAsync(TimeProvider clock, params string[] settings)
    {
        var data = Directory.CreateTempSubdirectory("contactgroup-e2e-");
        var (start, _) = StartCommand.Read(["--demo", "--json", "--urls", "http://127.0.0.1:0", "--data", data.FullName, .. settings]);
        var app = StandaloneHost.Build(start!, clock);
        await app.StartAsync();
        return new Exercise(new Uri(app.Urls.First()), app.Services.GetRequiredService<ExerciseDirector>().Passphrase, process: null, data) { inProcess = app };
    }

    public async ValueTask DisposeAsync()
    {
        if (inProcess is not null)
        {
            await inProcess.StopAsync();
            await inProcess.DisposeAsync();
        }

        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        folder?.Delete(recursive: true);
    }

    /// <summary>A program that lies beside the tests in the same artifacts folder and configuration.</summary>
    public static string Program(string project, string file)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(here.Parent!.Parent!.FullName, project, here.Name, file);
    }

    private static async Task<JsonElement> ReadAsync(Process program, string property, CancellationToken cancellationToken)
    {
        while (await program.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith('{') && JsonDocument.Parse(line).RootElement.TryGetProperty(property, out var value))
            {
                return value;
            }
        }

        throw new InvalidOperationException($"The program ended before it said its {property}.");
    }
}
