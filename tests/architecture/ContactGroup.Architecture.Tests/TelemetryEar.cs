using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ContactGroup.Architecture.Tests;

/// <summary>Keeps every measurement's tags and every span with its tags and events, whoever makes them.</summary>
public sealed class TelemetryEar : IDisposable
{
    private readonly ConcurrentQueue<string> measurements = new();
    private readonly ConcurrentQueue<string> finished = new();
    private readonly ConcurrentQueue<Instrument> instruments = new();
    private readonly MeterListener meters = new();
    private readonly ActivityListener spans;

    public TelemetryEar()
    {
        meters.InstrumentPublished = (instrument, listener) =>
        {
            instruments.Enqueue(instrument);
            listener.EnableMeasurementEvents(instrument);
        };
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Keep(instrument, tags));
        meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Keep(instrument, tags));
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Keep(instrument, tags));
        meters.Start();
        spans = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Keep,
        };
        ActivitySource.AddActivityListener(spans);
    }

    /// <summary>Everything that can be measured.</summary>
    public IReadOnlyCollection<Instrument> Instruments => instruments.ToArray();

    /// <summary>Every measurement's tags until now; more come meanwhile.</summary>
    public IReadOnlyCollection<string> Measurements => measurements.ToArray();

    /// <summary>Every span with its tags, events, baggage and status.</summary>
    public IReadOnlyCollection<string> Spans => finished.ToArray();

    public void Dispose()
    {
        meters.Dispose();
        spans.Dispose();
    }

    private void Keep(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var line = instrument.Name;
        foreach (var tag in tags)
        {
            line += $" {tag.Key}={tag.Value}";
        }

        measurements.Enqueue(line);
    }

    private void Keep(Activity span)
    {
        var tags = span.TagObjects
            .Concat(span.Events.SelectMany(moment => moment.Tags.Append(KeyValuePair.Create("event", (object?)moment.Name))))
            .Concat(span.Links.SelectMany(link => link.Tags ?? []))
            .Concat(span.Baggage.Select(pair => KeyValuePair.Create(pair.Key, (object?)pair.Value)));
        finished.Enqueue($"{span.OperationName} {span.DisplayName} {span.StatusDescription} {span.TraceStateString} {string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"))}");
    }
}
