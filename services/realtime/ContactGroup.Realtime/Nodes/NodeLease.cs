using ContactGroup.Contracts;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Ports;
using ContactGroup.Realtime.Connections;
using Microsoft.Extensions.Options;

namespace ContactGroup.Realtime.Nodes;

/// <summary>
/// Keeps this process's leave to hand over frames: asks release for it every second, and counts it from before it asked. When it runs out, and when it is
/// not known any more which sessions are over, every connection ends and no new one is taken.
/// </summary>
internal sealed class NodeLease(
    ILiveNodes release, NodeStreams streams, LiveConnections connections, SessionsKnown sessions, IOptions<BusOptions> bus, IOptions<PortOptions> ports,
    TimeProvider clock, ILogger<NodeLease> logger) : BackgroundService, ILease
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    private readonly LiveNode self = new(bus.Value.Node, Ids.New(), ports.Value.Self
        ?? throw new OptionsValidationException(PortOptions.Section, typeof(PortOptions), ["Configuration key Ports:Self is missing: release has to reach this very process."]));

    private long asked;
    private long lasts;

    /// <inheritdoc />
    public bool Holds => clock.GetElapsedTime(Volatile.Read(ref asked)).TotalMilliseconds < Volatile.Read(ref lasts);

    /// <inheritdoc />
    public string Process => self.Process;

    /// <inheritdoc />
    public ILiveSocket Guard(ILiveSocket socket) => new LeasedSocket(socket, this);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(RenewAsync(stoppingToken), WatchAsync(stoppingToken));

    private async Task RenewAsync(CancellationToken stopping)
    {
        using var pace = new PeriodicTimer(Pace, clock);
        do
        {
            try
            {
                if (sessions.AreKnown)
                {
                    var before = clock.GetTimestamp();
                    var node = self with { Number = streams.Number };
                    var lease = await release.RenewAsync(node, stopping);
                    streams.AlignSince(node.Number, lease.Number, lease.Closed);
                    EndIfOver(); // What was held through a lapse may have been narrowed meanwhile.
                    Volatile.Write(ref asked, before);
                    Volatile.Write(ref lasts, lease.Milliseconds);
                }
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                RealtimeLog.NoLease(logger, failure.GetType().Name);
            }
        }
        while (await pace.WaitForNextTickAsync(stopping));
    }

    private async Task WatchAsync(CancellationToken stopping)
    {
        using var pace = new PeriodicTimer(Look, clock);
        while (await pace.WaitForNextTickAsync(stopping))
        {
            EndIfOver();
        }
    }

    private void EndIfOver()
    {
        if (Holds || connections.Count == 0)
        {
            return;
        }

        RealtimeLog.LeaseOver(logger, connections.Count);
        foreach (var connection in connections.All())
        {
            _ = connection.EndAsync(EndReason.Unavailable);
        }
    }
}
