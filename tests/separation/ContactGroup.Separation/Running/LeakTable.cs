using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ContactGroup.Separation.Leaks;

namespace ContactGroup.Separation.Running;

/// <summary>Looks for every injected leak, in as many processes as there are cores, and tells which were found and how soon.</summary>
internal static class LeakTable
{
    private sealed record Line(string Name, int Pairs, int Operations, bool IsFound);

    /// <summary>0 when all were found.</summary>
    public static async Task<int> RunAsync(long seed, IReadOnlyCollection<string> names)
    {
        var leaks = Of(names);
        var lines = new ConcurrentDictionary<string, Line>(StringComparer.Ordinal);
        var watch = Stopwatch.StartNew();
        var lanes = Math.Min(Environment.ProcessorCount, leaks.Count);
        await Task.WhenAll(Enumerable.Range(0, lanes).Select(lane => ReadAsync([Text(lane), Text(lanes), Text(seed), .. names], lines, watch)));
        var catches = leaks.Where(leak => lines.ContainsKey(leak.Name)).Select(leak => lines[leak.Name]).ToList();
        var found = catches.Count(line => line.IsFound);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{found} of {leaks.Count} leaks found, seed {seed}, {watch.Elapsed.TotalMinutes:F1} min"));
        if (catches.Count < leaks.Count)
        {
            Console.WriteLine("A lane ended early: the run does not count.");
            return 2;
        }

        if (Environment.GetEnvironmentVariable("UPDATE_LEAKS") is { Length: > 0 } page)
        {
            await File.WriteAllTextAsync(page, LeakPage.Write([.. leaks.Zip(catches, (leak, line) => new Catch(leak, line.Pairs, line.Operations, line.IsFound ? line.Name : null))]));
        }

        return found == leaks.Count ? 0 : 1;
    }

    /// <summary>One share of the leaks, told line by line.</summary>
    public static async Task<int> LaneAsync(int first, int step, long seed, IReadOnlyCollection<string> names)
    {
        var output = Console.Out;
        await using var lane = new Lane();
        var hunt = new LeakHunt(lane, seed);
        foreach (var leak in Of(names).Where((_, place) => place % step == first))
        {
            var caught = await hunt.RunAsync(leak);
            await output.WriteLineAsync(JsonSerializer.Serialize(new Line(leak.Name, caught.Pairs, caught.Operations, caught.Story is not null)));
            await output.FlushAsync();
        }

        return 0;
    }

    // INVARIANT: the same for all lanes, so that each takes its share.
    private static IReadOnlyList<Leak> Of(IReadOnlyCollection<string> names) =>
        [.. Catalogue.All.Where(leak => names.Count == 0 || names.Contains(leak.Name))];

    private static async Task ReadAsync(IEnumerable<string> arguments, ConcurrentDictionary<string, Line> lines, Stopwatch watch)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["leak-lane", .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        while (await process.StandardOutput.ReadLineAsync() is { } text)
        {
            var line = JsonSerializer.Deserialize<Line>(text)!;
            lines[line.Name] = line;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{line.Name,-38} {(line.IsFound ? "found" : "NOT FOUND"),-10}{line.Pairs,4} pairs {line.Operations,5} operations {watch.Elapsed.TotalSeconds,6:F0} s"));
        }

        await process.WaitForExitAsync();
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
