using System.Threading.Channels;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Storage;

namespace ContactGroup.Release.Tests;

/// <summary>Stands where the service of access notices would.</summary>
internal sealed class HearHoldings(FactDelivery delivery, ToldHoldings told) : FactConsumer<SideHoldingChanged>(delivery)
{
    public override string Name => "test-holdings";

    protected override ModuleStore? Store => null;

    public override async Task HandleAsync(IReadOnlyList<Delivery<SideHoldingChanged>> deliveries, CancellationToken cancellationToken)
    {
        foreach (var taken in deliveries)
        {
            await told.AddAsync(taken.Fact, cancellationToken);
        }
    }
}

/// <summary>What was told of which version a side holds, oldest first.</summary>
internal sealed class ToldHoldings
{
    private readonly Channel<SideHoldingChanged> all = Channel.CreateUnbounded<SideHoldingChanged>();

    public ValueTask AddAsync(SideHoldingChanged fact, CancellationToken cancellationToken) => all.Writer.WriteAsync(fact, cancellationToken);

    /// <summary>The next that was told, of whichever item.</summary>
    public async Task<SideHoldingChanged> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await all.Reader.ReadAsync(patience.Token);
    }
}
