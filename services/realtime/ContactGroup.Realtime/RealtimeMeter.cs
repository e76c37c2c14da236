using System.Diagnostics.Metrics;

namespace ContactGroup.Realtime;

/// <summary>What live connections cost. Serialisations per entry must not grow with the number of connections.</summary>
internal sealed class RealtimeMeter : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "ContactGroup.Realtime";

    private readonly Meter meter;

    public RealtimeMeter(IMeterFactory meters, Connections.LiveConnections connections)
    {
        meter = meters.Create(Name);
        Serialisations = meter.CreateCounter<long>("contactgroup.realtime.serialisations", "{message}", "Messages made for live frames.");
        BacklogSerialisations = meter.CreateCounter<long>("contactgroup.realtime.backlog_serialisations", "{message}", "Messages made for backlogs.");
        Deliveries = meter.CreateCounter<long>("contactgroup.realtime.deliveries", "{entry}", "Entries handed to connections.");
        Drops = meter.CreateCounter<long>("contactgroup.realtime.drops", "{connection}", "Connections dropped because they read too slowly.");
        meter.CreateObservableUpDownCounter("contactgroup.realtime.connections", () => (long)connections.Count, "{connection}", "Open connections.");
    }

    public Counter<long> Serialisations { get; }

    public Counter<long> BacklogSerialisations { get; }

    public Counter<long> Deliveries { get; }

    public Counter<long> Drops { get; }

    public void Dispose() => meter.Dispose();
}
