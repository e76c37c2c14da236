using System.Globalization;
using ContactGroup.Separation.Leaks;
using ContactGroup.Separation.Running;

namespace ContactGroup.Separation.Tests;

/// <summary>The harness finds leaks that are planted: here a bounded sample of them; <c>tests/separation/run leaks</c> looks for all.</summary>
[Collection(LaneCollection.Name)]
public sealed class InjectedLeaksTests(RunningLane running)
{
    private const int Fewest = 40;

    private const int OneIn = 6;

    public static TheoryData<string> Names =>
    [
        .. Catalogue.All
            .Where((_, place) => place % OneIn == 0)
            .Select(leak => leak.Name),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_planted_leak_is_found(string name)
    {
        var leak = Catalogue.All.Single(leak => leak.Name == name);

        var caught = await new LeakHunt(running.Lane, seed: 1).RunAsync(leak, FirstOf(name));

        Assert.NotNull(caught.Story);
    }

    /// <summary>The pair that is tried first: the one that showed it when the page was written. It only saves time.</summary>
    private static int FirstOf(string name)
    {
        var line = RepositoryFile.Read("docs/security/injected-leaks.md").Split('\n').FirstOrDefault(line => line.StartsWith($"| {name} |", StringComparison.Ordinal));
        return line is not null && int.TryParse(line.Split('|')[4], CultureInfo.InvariantCulture, out var pair) ? pair : 1;
    }

    [Fact]
    public void There_are_at_least_forty_and_each_has_a_name_of_its_own() =>
        Assert.True(Catalogue.All.DistinctBy(leak => leak.Name).Count() is var count && count >= Fewest && count == Catalogue.All.Count);

    [Fact]
    public void The_page_names_every_leak()
    {
        var page = RepositoryFile.Read("docs/security/injected-leaks.md");

        Assert.Empty(Catalogue.All.Where(leak => !page.Contains($"| {leak.Name} | {leak.Channel} | {leak.How} |", StringComparison.Ordinal)).Select(leak => leak.Name));
        Assert.DoesNotContain("not caught", page, StringComparison.Ordinal);
    }
}
