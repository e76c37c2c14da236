using System.Threading.Channels;
using ContactGroup.Contracts.Identity;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Storage;
using MassTransit;

namespace ContactGroup.Identity.Tests;

/// <summary>What identity tells the other services, in order.</summary>
internal sealed class FactsHeard
{
    private readonly Channel<object> heard = Channel.CreateUnbounded<object>();

    public static void AddConsumers(IBusRegistrationConfigurator bus)
    {
        bus.AddFactConsumer<People, PersonChanged>("test-people");
        bus.AddFactConsumer<Organisations, OrganisationChanged>("test-organisations");
    }

    /// <summary>The next fact that fits; waits for it, but not for ever.</summary>
    public async Task<T> NextAsync<T>(Func<T, bool> fits)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await foreach (var fact in heard.Reader.ReadAllAsync(patience.Token))
        {
            if (fact is T wanted && fits(wanted))
            {
                return wanted;
            }
        }

        throw new InvalidOperationException("The bus is closed.");
    }

    internal sealed class People(FactsHeard facts, FactDelivery delivery, [FromKeyedServices("identity")] ModuleStore store)
        : FactConsumer<PersonChanged>(delivery)
    {
        public override string Name => "test-people";

        protected override ModuleStore Store => store;

        public override Task HandleAsync(IReadOnlyList<Delivery<PersonChanged>> deliveries, CancellationToken cancellationToken) =>
            facts.HearAsync(deliveries.Select(delivery => delivery.Fact), cancellationToken);
    }

    internal sealed class Organisations(FactsHeard facts, FactDelivery delivery, [FromKeyedServices("identity")] ModuleStore store)
        : FactConsumer<OrganisationChanged>(delivery)
    {
        public override string Name => "test-organisations";

        protected override ModuleStore Store => store;

        public override Task HandleAsync(IReadOnlyList<Delivery<OrganisationChanged>> deliveries, CancellationToken cancellationToken) =>
            facts.HearAsync(deliveries.Select(delivery => delivery.Fact), cancellationToken);
    }

    private async Task HearAsync(IEnumerable<object> facts, CancellationToken cancellationToken)
    {
        foreach (var fact in facts)
        {
            await heard.Writer.WriteAsync(fact, cancellationToken);
        }
    }
}
