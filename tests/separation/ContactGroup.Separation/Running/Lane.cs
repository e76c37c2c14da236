using ContactGroup.Separation.Comparing;
using ContactGroup.Separation.Hosts;
using ContactGroup.Separation.Worlds;

namespace ContactGroup.Separation.Running;

/// <summary>Runs pairs one after the other on one pair of hosts, which is replaced by a fresh one now and then. One lane per process.</summary>
internal sealed class Lane : IAsyncDisposable
{
    private const int PairsPerHosts = 150;

    private const int MostStarts = 3;

    private readonly Dictionary<(long Seed, string Observer), bool> without = [];
    private HostPair? hosts;
    private int used;

    /// <summary>How many runs were begun anew because a host came to no end by real time: a consumer that failed waits by the clock that stands still.</summary>
    public int Restarts { get; private set; }

    /// <summary>Hosts for the next run.</summary>
    public async Task<HostPair> HostsAsync()
    {
        if (hosts is not null && used++ < PairsPerHosts)
        {
            return hosts;
        }

        await DisposeAsync();
        used = 1;
        return hosts = new HostPair();
    }

    /// <summary>Runs a plan; one that comes to no end is run again on fresh hosts.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="plant">Plants a leak before the run and gives back what takes it out; null for none.</param>
    public async Task<Outcome> RunAsync(Plan plan, Func<HostPair, IDisposable>? plant = null)
    {
        for (var start = 1; ; start++)
        {
            try
            {
                var pair = await HostsAsync();
                using var planted = plant?.Invoke(pair);
                return await new PairRun(plan, pair).RunAsync();
            }
            catch (Exception stuck) when (start < MostStarts && stuck is TimeoutException or OperationCanceledException)
            {
                Restarts++;
                await DisposeAsync();
            }
        }
    }

    /// <summary>Whether a plan shows no difference when nothing is planted; one run answers for all leaks that are looked for with it.</summary>
    public async Task<bool> IsCleanAsync(Plan plan)
    {
        if (!without.TryGetValue((plan.Seed, plan.Observer.Key), out var clean))
        {
            var outcome = await RunAsync(plan with { Run = plan.Run + "without" });
            without[(plan.Seed, plan.Observer.Key)] = clean = outcome.Difference is null;
        }

        return clean;
    }

    /// <summary>Runs the pair of a seed; a difference is shrunk before it is told.</summary>
    public async Task<PairResult> RunAsync(long seed, int kind)
    {
        var plan = Generator.Make(seed, kind);
        var restarts = Restarts;
        var outcome = await RunAsync(plan);
        var story = outcome.Difference is { } difference ? await new Shrinker(this).ShrinkAsync(plan, difference) : null;
        return new PairResult(seed, plan.Observer.Audience.ToString(), outcome.Observations, outcome.Operations, story, Restarts - restarts);
    }

    public async ValueTask DisposeAsync()
    {
        if (hosts is not null)
        {
            await hosts.DisposeAsync();
            hosts = null;
        }
    }
}
