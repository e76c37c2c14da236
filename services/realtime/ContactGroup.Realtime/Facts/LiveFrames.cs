using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Storage;
using ContactGroup.Realtime.Streams;

namespace ContactGroup.Realtime.Facts;

/// <summary>Takes released frames to those who follow their streams. Repeats do no harm: a stream knows its head.</summary>
internal sealed class LiveFrames(FactDelivery delivery, Topics topics, TimeProvider clock) : FactConsumer<Released>(delivery)
{
    // What waited longer may have been taken back meanwhile, and release alone knows.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    public override string Name => "realtime-frames";

    // A frame that cannot be handled is not kept: it is in release, where the gap is filled from.
    protected override ModuleStore? Store => null;

    // Whoever joins a stream from now on reads it from release, where the frame is already.
    protected override bool IsWanted(string partition) => topics.Find(partition) is not null;

    public override Task HandleAsync(IReadOnlyList<Delivery<Released>> deliveries, CancellationToken cancellationToken)
    {
        foreach (var frames in deliveries.GroupBy(delivery => delivery.Fact.Stream, StringComparer.Ordinal))
        {
            if (topics.Find(frames.Key) is not { } topic)
            {
                continue;
            }

            EntryFrame[] came = [.. frames.Select(frame => frame.Fact.ToFrame())];
            if (frames.Any(frame => clock.GetUtcNow() - frame.At > Fresh))
            {
                topic.ReadAgain(came);
            }
            else
            {
                topic.Publish(came);
            }
        }

        return Task.CompletedTask;
    }
}
