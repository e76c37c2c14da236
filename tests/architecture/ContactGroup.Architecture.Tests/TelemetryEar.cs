using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ContactGroup.Architecture.Tests;

/// <summary>Keeps every measurement's tags and every span with its tags and events, whoever makes them.</summary>
public sealed class TelemetryEar : IDisposable
{
    private readonly ConcurrentQueue<string> heard = new();
    private readonly MeterListener meters = new();
    private readonly ActivityListener spans;

    public TelemetryEar()
    {
        meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
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

    public IReadOnlyCollection<string> Heard => heard;

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

        heard.Enqueue(line);
    }

    private void Keep(Activity span) => heard.Enqueue(
        $"{span.DisplayName} {string.Join(' ', span.TagObjects.Concat(span.Events.SelectMany(moment => moment.Tags)).Concat(span.Baggage.Select(pair => KeyValuePair.Create(pair.Key, (object?)pair.Value))).Select(tag => $"{tag.Key}={tag.Value}"))}");
}
