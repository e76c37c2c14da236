using System.Diagnostics;
using ContactGroup.Separation.Comparing;
using ContactGroup.Separation.Running;
using ContactGroup.Separation.Worlds;
using Xunit.Abstractions;

namespace ContactGroup.Separation.Tests;

/// <summary>
/// A bounded sample of what <c>tests/separation/run</c> does with many thousands of pairs: one pair for each kind of observer, by seeds that never change.
/// Fresh seeds are for the long run: a change must not fail by chance.
/// </summary>
[Collection(LaneCollection.Name)]
public sealed class TwoWorldsTests(RunningLane running, ITestOutputHelper output)
{
    [Fact]
    public async Task Worlds_that_differ_only_in_what_is_hidden_look_the_same_to_every_kind_of_observer()
    {
        var watch = Stopwatch.StartNew();
        var tally = new Tally();

        for (var pair = 0; pair < CastMaker.Kinds; pair++)
        {
            var result = await running.Lane.RunAsync(pair, pair);
            tally.Add(result);
            Assert.True(result.Story is null, result.Story);
        }

        using var text = new StringWriter();
        tally.Write(text, watch.Elapsed);
        output.WriteLine(text.ToString());
        Assert.Equal(CastMaker.Kinds, tally.Observers.Count);
    }

    [Fact]
    public async Task A_pair_without_a_variation_shows_nothing()
    {
        var plan = Generator.Make(4711, CastMaker.KindOf("ingo"));
        plan = plan with
        {
            Run = "4711same",
            Rooms = [.. plan.Rooms.Select(room => room with { Where = In.Both })],
            People = [.. plan.People.Select(person => person.Where is In.Both ? person : person with { Where = In.None })],
            Slots = [.. plan.Slots.Select(slot => slot with { Second = slot.First })],
        };

        var outcome = await new PairRun(plan, await running.Lane.HostsAsync()).RunAsync();

        Assert.Null(outcome.Difference);
    }

    [Fact]
    public async Task A_difference_that_may_be_seen_is_found_and_told()
    {
        var plan = Generator.Make(4712, CastMaker.KindOf("ingo"));
        var first = new Acts.Post("coordination-1", "notice", "The bridge is open.");
        plan = plan with { Run = "4712seen", Slots = [new Slot("s1", TimeSpan.FromSeconds(5), first, first with { Text = "The bridge is closed." })] };

        var outcome = await new PairRun(plan, await running.Lane.HostsAsync()).RunAsync();

        var story = Story.Of(plan, Assert.IsType<Difference>(outcome.Difference));
        Assert.Contains("Only in the second, First of coordination (coordination) posts \"The bridge is closed.\" in Notices", story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_counterexample_is_shrunk_to_what_matters()
    {
        var plan = Generator.Make(4713, CastMaker.KindOf("north"));
        var act = new Acts.Post("coordination-1", "notice", "The bridge is open.");
        plan = plan with { Run = "4713long", Slots = [.. plan.Slots.Take(8), new Slot("s99", TimeSpan.FromSeconds(5), act, null)] };
        var outcome = await new PairRun(plan, await running.Lane.HostsAsync()).RunAsync();

        var story = await new Shrinker(running.Lane).ShrinkAsync(plan, Assert.IsType<Difference>(outcome.Difference));

        Assert.Single(story.Split('\n'), line => line.StartsWith("  s", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_releases_an_item_is_not_made_its_author_in_one_world_alone()
    {
        var plans = Enumerable.Range(1, 500).SelectMany(seed => Enumerable.Range(0, CastMaker.Kinds).Select(kind => Generator.Make(seed, kind)));

        var unfair = plans.SelectMany(plan => plan.Slots
            .Where(slot => slot is { IsSame: true, First: Acts.Decide })
            .Where(slot => AuthorIs(plan, slot.First!.On!, In.First, slot.First.By) != AuthorIs(plan, slot.First.On!, In.Second, slot.First.By)
                && HasAuthor(plan, slot.First.On!, In.First) && HasAuthor(plan, slot.First.On!, In.Second))
            .Select(slot => $"{plan.Seed} {plan.Observer.Key} {slot.Key}"));

        Assert.Empty(unfair);
    }

    [Fact]
    public void No_two_organisations_of_a_plan_have_one_name()
    {
        var plans = Enumerable.Range(1, 500).Select(seed => Generator.Make(seed, seed % CastMaker.Kinds));

        var unfair = plans.Where(plan => plan.People.Select(person => person.Organisation).Distinct().GroupBy(organisation => organisation.Name).Any(same => same.Count() > 1));

        Assert.Empty(unfair.Select(plan => plan.Seed));
    }

    private static bool HasAuthor(Plan plan, string item, In world) => plan.Slots.Any(slot => slot.Key == item && slot.Of(world) is not null);

    private static bool AuthorIs(Plan plan, string item, In world, string person) => plan.Slots.Any(slot => slot.Key == item && slot.Of(world)?.By == person);

    [Fact]
    public void The_same_seed_makes_the_same_pair()
    {
        var (one, two) = (Generator.Make(12, 3), Generator.Make(12, 3));

        Assert.Equal(one.Slots, two.Slots);
        Assert.Equal(one.People, two.People);
    }
}
