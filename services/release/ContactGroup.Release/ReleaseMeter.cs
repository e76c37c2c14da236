using System.Diagnostics.Metrics;

namespace ContactGroup.Release;

/// <summary>What an item costs. Neither number may grow with how many people read: only with how many audiences there are.</summary>
internal sealed class ReleaseMeter : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "ContactGroup.Release";

    private readonly Meter meter;

    public ReleaseMeter(IMeterFactory meters)
    {
        meter = meters.Create(Name);
        Decisions = meter.CreateCounter<long>("contactgroup.release.decisions", "{decision}", "Audiences for which an item was decided.");
        Views = meter.CreateCounter<long>("contactgroup.release.views", "{view}", "Views of items that were built.");
    }

    public Counter<long> Decisions { get; }

    public Counter<long> Views { get; }

    public void Dispose() => meter.Dispose();
}
