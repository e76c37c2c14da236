using ContactGroup.Separation.Comparing;
using ContactGroup.Separation.Leaks;
using ContactGroup.Separation.Worlds;

namespace ContactGroup.Separation.Running;

/// <summary>What came of looking for a planted leak.</summary>
/// <param name="Leak">The leak.</param>
/// <param name="Pairs">How many pairs it took; the last one showed it.</param>
/// <param name="Operations">How many operations were done until then, in both worlds together.</param>
/// <param name="Story">The pair that showed it; null when none did.</param>
internal sealed record Catch(Leak Leak, int Pairs, int Operations, string? Story);

/// <summary>Plants leaks, one after the other, and runs pairs until the harness sees each.</summary>
internal sealed class LeakHunt(Lane lane, long seed)
{
    private const int MostPairs = 24;

    private static readonly string[] Anybody = ["north", "ingo", "political", "south", "un", "police", "donor", "nngo"];

    public async Task<Catch> RunAsync(Leak leak)
    {
        var operations = 0;
        var observers = leak.Observers.Count > 0 ? leak.Observers : Anybody;
        for (var pair = 1; pair <= MostPairs; pair++)
        {
            var plan = Generator.Make(seed + pair, CastMaker.KindOf(observers[(pair - 1) % observers.Count]));
            plan = plan with { Run = $"{plan.Seed}{leak.Name.Replace("-", string.Empty, StringComparison.Ordinal)}" };
            var outcome = await WithAsync(leak, plan);
            operations += outcome.Operations.Values.Sum();
            if (outcome.Difference is { } difference)
            {
                return new Catch(leak, pair, operations, Story.Of(plan, difference));
            }
        }

        return new Catch(leak, MostPairs, operations, null);
    }

    private async Task<Outcome> WithAsync(Leak leak, Plan plan)
    {
        var hosts = await lane.HostsAsync();
        hosts.First.Leaks.Plant(leak, hosts.First);
        hosts.Second.Leaks.Plant(leak, hosts.Second);
        try
        {
            return await new PairRun(plan, hosts).RunAsync();
        }
        finally
        {
            hosts.First.Leaks.Uproot();
            hosts.Second.Leaks.Uproot();
        }
    }
}
