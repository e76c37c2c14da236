using System.Threading.Channels;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Storage;

namespace ContactGroup.Testing;

/// <summary>Takes from the bus what release would take.</summary>
public sealed class FactCapture(FactDelivery delivery, IServiceProvider services, CapturedFacts facts) : FactConsumer<ItemVersioned>(delivery)
{
    /// <inheritdoc />
    public override string Name => "capture";

    /// <inheritdoc />
    protected override ModuleStore Store { get; } = services.GetRequiredKeyedService<ModuleStore>(facts.Module);

    /// <inheritdoc />
    public override async Task HandleAsync(IReadOnlyList<Delivery<ItemVersioned>> deliveries, CancellationToken cancellationToken)
    {
        foreach (var taken in deliveries)
        {
            await facts.AddAsync(taken.Fact, cancellationToken);
        }
    }
}

/// <summary>The facts that came, oldest first.</summary>
/// <param name="module">Name of the module whose store parks what cannot be taken.</param>
public sealed class CapturedFacts(string module)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Channel<ItemVersioned> all = Channel.CreateUnbounded<ItemVersioned>();

    internal string Module => module;

    /// <summary>The fact of a version, when it has come; those before it are passed over.</summary>
    public async Task<ItemVersioned> OfAsync(string item, int version)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var fact = await all.Reader.ReadAsync(patience.Token);
            if (fact.Item == item && fact.Version == version)
            {
                return fact;
            }
        }
    }

    internal ValueTask AddAsync(ItemVersioned fact, CancellationToken cancellationToken) => all.Writer.WriteAsync(fact, cancellationToken);
}
