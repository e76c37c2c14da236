using System.Diagnostics.Metrics;

namespace ContactGroup.Realtime.Nodes;

/// <summary>Measures whether this process may hand over frames. Apart from the other measurements: the lease rests on those who make them.</summary>
internal sealed class LeaseMeter(IMeterFactory meters, ILease lease) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        meters.Create(RealtimeMeter.Name)
            .CreateObservableGauge("contactgroup.realtime.lease", () => lease.Holds ? 1L : 0L, unit: null, "Whether this process has leave of release to show content: 1, or 0.");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
