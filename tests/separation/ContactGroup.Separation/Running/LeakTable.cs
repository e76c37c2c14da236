using System.Globalization;
using ContactGroup.Separation.Leaks;

namespace ContactGroup.Separation.Running;

/// <summary>Looks for every injected leak and tells which were found and how soon.</summary>
internal static class LeakTable
{
    /// <summary>0 when all were found.</summary>
    public static async Task<int> RunAsync(long seed, IReadOnlyCollection<string> names)
    {
        await using var lane = new Lane();
        var hunt = new LeakHunt(lane, seed);
        var catches = new List<Catch>();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        foreach (var leak in names.Count == 0 ? Catalogue.All : Catalogue.All.Concat(Catalogue.NotYetShown).Where(leak => names.Contains(leak.Name)))
        {
            var caught = await hunt.RunAsync(leak);
            catches.Add(caught);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{leak.Name,-38} {(caught.Story is null ? "NOT FOUND" : "found"),-10}{caught.Pairs,4} pairs {caught.Operations,5} operations {watch.Elapsed.TotalSeconds,6:F0} s"));
        }

        var found = catches.Count(one => one.Story is not null);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{found} of {catches.Count} leaks found, seed {seed}"));
        if (Environment.GetEnvironmentVariable("UPDATE_LEAKS") is { Length: > 0 } page)
        {
            await File.WriteAllTextAsync(page, LeakPage.Write(catches));
        }

        return found == catches.Count ? 0 : 1;
    }
}
