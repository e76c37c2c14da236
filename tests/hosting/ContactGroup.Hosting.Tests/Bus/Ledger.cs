using System.Collections.Concurrent;
using System.Threading.Channels;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Tests.Storage;

namespace ContactGroup.Hosting.Tests.Bus;

/// <summary>What came to a consumer, in order.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentQueue<long> seen = new();
    private readonly Channel<long> arrived = Channel.CreateUnbounded<long>();

    public long? Poison { get; init; }

    /// <summary>What a consumer waits for; null for nothing.</summary>
    public TaskCompletionSource? Hold { get; init; }

    /// <summary>Done when a consumer has begun.</summary>
    public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<long> Seen => [.. seen];

    public void Note(long seq)
    {
        seen.Enqueue(seq);
        arrived.Writer.TryWrite(seq);
    }

    public async Task HasAsync(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        for (var have = 0; have < count; have++)
        {
            await arrived.Reader.ReadAsync(patience.Token);
        }
    }
}

/// <summary>Hears facts and stores nothing, as live connections do.</summary>
internal sealed class HearReleased(FactDelivery delivery, Ledger ledger) : FactConsumer<Released>(delivery)
{
    public override string Name => "hear-released";

    protected override ModuleStore? Store => null;

    public override Task HandleAsync(IReadOnlyList<Delivery<Released>> deliveries, CancellationToken cancellationToken)
    {
        foreach (var fact in deliveries)
        {
            ledger.Note(fact.Fact.Seq);
        }

        return Task.CompletedTask;
    }
}

internal sealed class TakeReleased(FactDelivery delivery, [FromKeyedServices(StoreApp.Name)] ModuleStore store, Ledger ledger)
    : FactConsumer<Released>(delivery)
{
    public override string Name => "test-released";

    protected override ModuleStore Store => store;

    public override async Task HandleAsync(IReadOnlyList<Delivery<Released>> deliveries, CancellationToken cancellationToken)
    {
        if (deliveries.Any(fact => fact.Fact.Seq == ledger.Poison))
        {
            throw new InvalidOperationException("poison");
        }

        ledger.Begun.TrySetResult();
        await (ledger.Hold?.Task ?? Task.CompletedTask);
        var fresh = await store.WriteAsync(
            async scope =>
            {
                var first = new List<long>();
                foreach (var fact in deliveries)
                {
                    if (await scope.FirstTimeAsync(Name, fact.MessageId))
                    {
                        first.Add(fact.Fact.Seq);
                    }
                }

                return first;
            },
            cancellationToken);
        fresh.ForEach(ledger.Note);
    }
}
