using System.Collections.Concurrent;
using System.Text;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Storage;

namespace ContactGroup.Release.Tests;

/// <summary>Stands where live connections would: keeps what the outbox relayed.</summary>
internal sealed class HearFrames(FactDelivery delivery, HeardFrames heard) : FactConsumer<Released>(delivery)
{
    public override string Name => "test-frames";

    protected override ModuleStore? Store => null;

    public override Task HandleAsync(IReadOnlyList<Delivery<Released>> deliveries, CancellationToken cancellationToken)
    {
        // As live connections hear them: by what they are published under.
        heard.Add(deliveries.Where(delivery => delivery.Partition == delivery.Fact.Stream).Select(delivery => delivery.Fact));
        return Task.CompletedTask;
    }
}

/// <summary>What was heard.</summary>
internal sealed class HeardFrames : IDisposable
{
    private readonly ConcurrentQueue<Released> frames = new();
    private readonly SemaphoreSlim more = new(0);

    public void Add(IEnumerable<Released> heard)
    {
        foreach (var frame in heard)
        {
            frames.Enqueue(frame);
        }

        more.Release();
    }

    public void Dispose() => more.Dispose();

    /// <summary>What a stream was told, in the order in which it was, once there is so much.</summary>
    public async Task<IReadOnlyList<Released>> InAsync(string stream, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var told = frames.Where(frame => frame.Stream == stream).ToList();
            if (told.Count >= count)
            {
                return told;
            }

            await more.WaitAsync(patience.Token);
        }
    }

    /// <summary>Everything about an item, as text, once a frame of it says so.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(string item, string until)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var texts = frames.Where(frame => frame.Item == item).Select(frame => Encoding.UTF8.GetString(frame.Frame)).ToList();
            if (texts.Exists(text => text.Contains(until, StringComparison.Ordinal)))
            {
                return texts;
            }

            await more.WaitAsync(patience.Token);
        }
    }
}
