using ContactGroup.Separation.Leaks;
using ContactGroup.Separation.Running;

namespace ContactGroup.Separation.Tests;

/// <summary>The harness finds every leak that is planted.</summary>
[Collection(LaneCollection.Name)]
public sealed class InjectedLeaksTests(RunningLane running)
{
    private const int Fewest = 40;

    /// <summary>Where a leak shows late by chance, the pair that is tried first. It only saves time: without it, pairs are tried from the first.</summary>
    private static readonly Dictionary<string, int> KnownToShow = new(StringComparer.Ordinal)
    {
        ["report-names-a-duplicate"] = 5,
        ["more-before-filtering"] = 7,
        ["next-page-before-filtering"] = 7,
        ["reply-total"] = 8,
        ["created-instead-of-released"] = 12,
        ["late-release-takes-its-old-place"] = 18,
        ["recall-to-those-who-never-had-it"] = 5,
        ["expired-is-gone"] = 20,
        ["reply-names-a-hidden-parent"] = 15,
        ["reply-quotes-a-hidden-parent"] = 15,
    };

    public static TheoryData<string> Names => [.. Catalogue.All.Select(leak => leak.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_planted_leak_is_found(string name)
    {
        var leak = Catalogue.All.Single(leak => leak.Name == name);

        var caught = await new LeakHunt(running.Lane, seed: 1).RunAsync(leak, KnownToShow.GetValueOrDefault(name, 1));

        Assert.NotNull(caught.Story);
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
