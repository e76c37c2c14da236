using System.Threading.Channels;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Storage;

namespace ContactGroup.Release.Tests;

/// <summary>Stands where the service of movements would.</summary>
internal sealed class HearReached(FactDelivery delivery, ToldReached told) : FactConsumer<RecipientsReached>(delivery)
{
    public override string Name => "test-reached";

    protected override ModuleStore? Store => null;

    public override async Task HandleAsync(IReadOnlyList<Delivery<RecipientsReached>> deliveries, CancellationToken cancellationToken)
    {
        foreach (var taken in deliveries)
        {
            await told.AddAsync(taken.Fact, cancellationToken);
        }
    }
}

/// <summary>What was told of who holds what, oldest first.</summary>
internal sealed class ToldReached
{
    private readonly Channel<RecipientsReached> all = Channel.CreateUnbounded<RecipientsReached>();

    public ValueTask AddAsync(RecipientsReached fact, CancellationToken cancellationToken) => all.Writer.WriteAsync(fact, cancellationToken);

    /// <summary>What was told before the first about an item, which is left out.</summary>
    public async Task<IReadOnlyList<RecipientsReached>> UntilAsync(string item)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var before = new List<RecipientsReached>();
        while (await all.Reader.ReadAsync(patience.Token) is var fact && fact.Item != item)
        {
            before.Add(fact);
        }

        return before;
    }

    /// <summary>The next about an item; those about others are passed over.</summary>
    public async Task<RecipientsReached> NextAsync(string item)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            if (await all.Reader.ReadAsync(patience.Token) is var fact && fact.Item == item)
            {
                return fact;
            }
        }
    }
}
