using ContactGroup.Separation.Comparing;
using ContactGroup.Separation.Hosts;
using ContactGroup.Separation.Leaks;
using ContactGroup.Separation.Worlds;

namespace ContactGroup.Separation.Running;

/// <summary>What came of looking for a planted leak.</summary>
/// <param name="Leak">The leak.</param>
/// <param name="Pairs">How many pairs it took; the last one showed it.</param>
/// <param name="Operations">How many operations were done until then, in both worlds together.</param>
/// <param name="Story">The pair that showed it; null when none did.</param>
internal sealed record Catch(Leak Leak, int Pairs, int Operations, string? Story);

/// <summary>Plants leaks, one after the other, and runs pairs until the harness sees each: a difference, and none in the same pair without the leak.</summary>
internal sealed class LeakHunt(Lane lane, long seed)
{
    private const int MostPairs = 240;

    private static readonly string[] Anybody = ["north", "ingo", "political", "south", "un", "police", "donor", "nngo"];

    /// <summary>Runs pairs until one shows the leak.</summary>
    /// <param name="leak">The leak.</param>
    /// <param name="start">Which pair is tried first, from 1; the others follow round and round.</param>
    public async Task<Catch> RunAsync(Leak leak, int start = 1)
    {
        var operations = 0;
        var observers = leak.Observers.Count > 0 ? leak.Observers : Anybody;
        for (var tried = 1; tried <= MostPairs; tried++)
        {
            var pair = ((start + tried - 2) % MostPairs) + 1;
            var plan = Generator.Make(seed + pair, CastMaker.KindOf(observers[(pair - 1) % observers.Count]));
            plan = plan with { Run = $"{plan.Seed}{leak.Name.Replace("-", string.Empty, StringComparison.Ordinal)}" };
            if (leak.OfDeployment)
            {
                await lane.DisposeAsync();
            }

            var outcome = await WithAsync(leak, plan);
            operations += outcome.Operations.Values.Sum();
            if (outcome.Difference is { } difference && await lane.IsCleanAsync(plan))
            {
                return new Catch(leak, tried, operations, Story.Of(plan, difference));
            }
        }

        return new Catch(leak, MostPairs, operations, null);
    }

    private Task<Outcome> WithAsync(Leak leak, Plan plan) => lane.RunAsync(plan, hosts => new Planted(leak, hosts));

    private sealed class Planted : IDisposable
    {
        private readonly HostPair hosts;

        public Planted(Leak leak, HostPair hosts)
        {
            this.hosts = hosts;
            hosts.First.Leaks.Plant(leak, hosts.First);
            hosts.Second.Leaks.Plant(leak, hosts.Second);
        }

        public void Dispose()
        {
            hosts.First.Leaks.Uproot();
            hosts.Second.Leaks.Uproot();
        }
    }
}
