using MassTransit;

namespace ContactGroup.Hosting.Bus;

/// <summary>What a relay has to know of the queues that its facts go to.</summary>
internal interface IFactQueues
{
    /// <summary>Whether a fact is safe only when its consumers have committed; otherwise the broker keeps what it confirmed.</summary>
    bool IsVolatile { get; }

    /// <summary>Whether a queue must have a fact, so that it is kept for a while after it was confirmed.</summary>
    bool Demands(Type fact);

    /// <summary>Completes when every queue that must have the facts is there.</summary>
    Task ReadyAsync(CancellationToken cancellationToken);

    /// <summary>Publishes facts of one kind; fails when a queue that must have them did not take them.</summary>
    Task PublishAsync(IBus bus, object message, Type fact, CancellationToken cancellationToken);
}

/// <summary>The queues of the in-memory bus: there as long as the process, and no longer.</summary>
internal sealed class MemoryQueues : IFactQueues
{
    public bool IsVolatile => true;

    /// <summary>None: a row leaves when every consumer has committed, and then nobody needs it.</summary>
    public bool Demands(Type fact) => false;

    public Task ReadyAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task PublishAsync(IBus bus, object message, Type fact, CancellationToken cancellationToken) =>
        bus.Publish(message, message.GetType(), cancellationToken);
}
