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
internal sealed record StoreSample(bool Answers, long? Outbox, long? Parked);
