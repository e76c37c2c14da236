using System.Diagnostics.Metrics;

namespace ContactGroup.Hosting.Bus;

/// <summary>How facts reach their consumers. By consumer, which the code names; never by channel, side or person.</summary>
internal sealed class FactMeter : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "ContactGroup.Facts";

    private static readonly InstrumentAdvice<double> Bounds = new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600] };

    private readonly Meter meter;
    private readonly Histogram<double> lag;
    private readonly Counter<long> failures;

    public FactMeter(IMeterFactory meters)
    {
        meter = meters.Create(Name);
        lag = meter.CreateHistogram("contactgroup.facts.lag", "s", "From when facts were relayed until a consumer was done with them.", tags: null, Bounds);
        failures = meter.CreateCounter<long>("contactgroup.facts.failures", "{fact}", "Facts that a consumer gave up on: parked, or let go.");
    }

    /// <summary>Notes that a consumer is done with facts that were relayed so long ago.</summary>
    public void NoteDone(string consumer, TimeSpan since) => lag.Record(Math.Max(0, since.TotalSeconds), Of(consumer));

    /// <summary>Notes that a consumer gave up on a fact.</summary>
    public void NoteFailure(string consumer) => failures.Add(1, Of(consumer));

    public void Dispose() => meter.Dispose();

    private static KeyValuePair<string, object?> Of(string consumer) => new("consumer", consumer);
}
