using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Release.Tests.Exports.Outside;

/// <summary>The parsers of <c>tests/release/validators</c>, which others wrote: a process for each file, so that nothing of ours reads it on the way.</summary>
internal static class OutsideParser
{
    // Far longer than any of them takes, also beside everything else that runs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Exports, and gives what the parser understood of it.</summary>
    public static async Task<JsonNode> ReadOutsideAsync(this ReleaseApp app, Participant who, string format, string filters = "") =>
        await ReadAsync(format, await app.ExportAsync(who, format, filters));

    public static async Task<JsonNode> ReadAsync(string format, Answer export)
    {
        Assert.Equal(200, export.Status);
        var (understood, faults) = await JudgeAsync(format, export.Text);
        Assert.Empty(faults);
        return understood!;
    }

    /// <summary>What the parser understood, or what it holds against the file.</summary>
    public static async Task<(JsonNode? Understood, IReadOnlyList<string> Faults)> JudgeAsync(string format, string text)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Folder.Value, format + ".mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        using var patience = new CancellationTokenSource(Patience);
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(text.AsMemory(), patience.Token);
        process.StandardInput.Close();
        var verdict = await process.StandardOutput.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);

        Assert.InRange(process.ExitCode, 0, 1);
        var said = JsonNode.Parse(verdict)!;
        IReadOnlyList<string> faults = [.. said["faults"]!.AsArray().Select(fault => (string)fault!)];
        Assert.Equal(process.ExitCode, faults.Count == 0 ? 0 : 1);
        return (said["understood"], faults);
    }

    private static readonly Lazy<string> Folder = new(() =>
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "ContactGroup.sln")))
        {
            at = at.Parent;
        }

        return Path.Combine(at?.FullName ?? throw new InvalidOperationException("the repository is not above the test folder"), "tests", "release", "validators");
    });
}
