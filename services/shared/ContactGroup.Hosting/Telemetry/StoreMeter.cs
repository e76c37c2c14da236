using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace ContactGroup.Hosting.Telemetry;

/// <summary>What waits in the stores of this process, over everybody: how much of it is whose is not measured. Several processes on one store say the same.</summary>
internal sealed class StoreMeter : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "ContactGroup.Store";

    private readonly ConcurrentDictionary<string, StoreSample> samples = new(StringComparer.Ordinal);
    private readonly Meter meter;

    public StoreMeter(IMeterFactory meters)
    {
        meter = meters.Create(Name);
        meter.CreateObservableGauge("contactgroup.store.answers", () => Measure(sample => sample.Answers ? 1 : 0), unit: null, "Whether the store answers: 1, or 0.");
        meter.CreateObservableGauge("contactgroup.outbox.waiting", () => Measure(sample => sample.Outbox), "{fact}", "Facts that wait to be published.");
        meter.CreateObservableGauge("contactgroup.facts.parked", () => Measure(sample => sample.Parked), "{fact}", "Facts that could not be handled and wait for a person.");
        meter.CreateObservableGauge("contactgroup.deadlines.overdue", () => Measure(sample => sample.Overdue), "{deadline}", "Deadlines that are due and have not fired.");
        meter.CreateObservableGauge("contactgroup.deadlines.age", () => Measure(sample => sample.OldestOverdue), "s", "For how long the oldest of them has been due; 0 when none is.");
        meter.CreateObservableGauge("contactgroup.deadlines.failing", () => Measure(sample => sample.Failing), "{deadline}", "Deadlines that failed when they were due and are tried again.");
    }

    /// <summary>Notes how a store is now.</summary>
    public void Note(string store, StoreSample sample) => samples[store] = sample;

    public void Dispose() => meter.Dispose();

    private IEnumerable<Measurement<long>> Measure(Func<StoreSample, long?> value) => samples
        .Select(sample => (Store: sample.Key, Value: value(sample.Value)))
        .Where(sample => sample.Value is not null)
        .Select(sample => new Measurement<long>(sample.Value!.Value, new KeyValuePair<string, object?>("store", sample.Store)));
}

/// <summary>How a store is at a moment.</summary>
/// <param name="Answers">Whether it answers.</param>
/// <param name="Outbox">Rows of its outbox; null when it does not answer.</param>
/// <param name="Parked">Facts parked in it; null when it does not answer.</param>
internal sealed record StoreSample(bool Answers, long? Outbox, long? Parked)
{
    /// <summary>Deadlines in it that are due and have not fired; null when it does not answer.</summary>
    public long? Overdue { get; init; }

    /// <summary>For how many seconds the oldest of them has been due; null when it does not answer.</summary>
    public long? OldestOverdue { get; init; }

    /// <summary>Deadlines that failed and are tried again; null when it does not answer.</summary>
    public long? Failing { get; init; }
}
