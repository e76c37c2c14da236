using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ContactGroup.Separation.Worlds;

namespace ContactGroup.Separation.Running;

/// <summary>Many pairs, in as many processes as asked for: each process runs its share one pair after the other.</summary>
internal static class LongRun
{
    private const int TellEvery = 500;

    /// <summary>Runs all pairs and tells what came of them. 0 when no pair differs.</summary>
    public static async Task<int> RunAsync(long pairs, long seed, long lanes)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pairs} pairs, seeds {seed} to {seed + pairs - 1}, {lanes} lanes, {CastMaker.Kinds} kinds of observers in turn"));
        var watch = Stopwatch.StartNew();
        var tally = new Tally();
        var ends = await Task.WhenAll(Enumerable.Range(0, (int)lanes).Select(lane => ReadAsync(lane, lanes, pairs, seed, tally, watch)));
        tally.Write(Console.Out, watch.Elapsed);
        if (Array.Exists(ends, end => end > 1) || tally.Pairs < pairs)
        {
            Console.WriteLine("A lane ended early: the run does not count.");
            return 2;
        }

        return tally.Differences == 0 ? 0 : 1;
    }

    /// <summary>One share of a run, told line by line.</summary>
    public static async Task<int> LaneAsync(long first, long step, long pairs, long seed)
    {
        var output = Console.Out;
        var differences = 0;
        await using var lane = new Lane();
        for (var pair = first; pair < pairs; pair += step)
        {
            var result = await lane.RunAsync(seed + pair, (int)(pair % CastMaker.Kinds));
            differences += result.Story is null ? 0 : 1;
            await output.WriteLineAsync(JsonSerializer.Serialize(result));
            await output.FlushAsync();
        }

        return differences == 0 ? 0 : 1;
    }

    private static async Task<int> ReadAsync(int lane, long lanes, long pairs, long seed, Tally tally, Stopwatch watch)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in new[] { "lane", Text(lane), Text(lanes), Text(pairs), Text(seed) })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            Take(JsonSerializer.Deserialize<PairResult>(line)!, tally, watch);
        }

        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private static void Take(PairResult result, Tally tally, Stopwatch watch)
    {
        lock (tally)
        {
            tally.Add(result);
            if (result.Story is { } story)
            {
                Console.WriteLine(story);
            }

            if (tally.Pairs % TellEvery == 0)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {tally.Pairs} pairs, {tally.Differences} differences, {watch.Elapsed.TotalMinutes:F1} min"));
            }
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
