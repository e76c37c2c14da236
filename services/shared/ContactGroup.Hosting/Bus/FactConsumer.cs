using ContactGroup.Hosting.Storage;
using MassTransit;

namespace ContactGroup.Hosting.Bus;

/// <summary>
/// Base of every consumer of facts. Facts arrive in order, in batches, perhaps twice: pass each message id to
/// <see cref="WriteScope.FirstTimeAsync"/> or <see cref="WriteScope.FirstTimesAsync"/> in the transaction that does the work. A batch that keeps failing is tried fact by fact; a fact that keeps
/// failing is parked in the consumer's store, sealed, and tried again at the next start, so that one bad fact never stops the rest.
/// </summary>
public abstract class FactConsumer<T>(FactDelivery delivery) : IConsumer<SealedFacts<T>>
    where T : class
{
    /// <summary>Stable name; the inbox remembers by it.</summary>
    public abstract string Name { get; }

    /// <summary>The store in which a fact that cannot be handled is parked; null when it can be had from elsewhere and is let go.</summary>
    protected abstract ModuleStore? Store { get; }

    /// <summary>Whether facts of a partition are looked at now. One that is not is passed over unopened, which is most of what it costs.</summary>
    protected virtual bool IsWanted(string partition) => true;

    /// <summary>Handles facts in order. Throws to have them delivered again.</summary>
    public abstract Task HandleAsync(IReadOnlyList<Delivery<T>> deliveries, CancellationToken cancellationToken);

    /// <inheritdoc />
    public Task Consume(ConsumeContext<SealedFacts<T>> context) =>
        delivery.DeliverAsync(Name, Store, context.Message, IsWanted, HandleAsync, context.CancellationToken);
}
