using ContactGroup.Separation.Comparing;
using ContactGroup.Separation.Hosts;
using ContactGroup.Separation.Worlds;

namespace ContactGroup.Separation.Running;

/// <summary>Runs pairs one after the other on one pair of hosts, which is replaced by a fresh one now and then. One lane per process.</summary>
internal sealed class Lane : IAsyncDisposable
{
    private const int PairsPerHosts = 150;

    private HostPair? hosts;
    private int used;

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

    /// <summary>Runs the pair of a seed; a difference is shrunk before it is told.</summary>
    public async Task<PairResult> RunAsync(long seed, int kind)
    {
        var plan = Generator.Make(seed, kind);
        var outcome = await new PairRun(plan, await HostsAsync()).RunAsync();
        var story = outcome.Difference is { } difference ? await new Shrinker(this).ShrinkAsync(plan, difference) : null;
        return new PairResult(seed, plan.Observer.Audience.ToString(), outcome.Observations, outcome.Operations, story);
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
