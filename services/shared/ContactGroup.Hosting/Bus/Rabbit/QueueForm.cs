namespace ContactGroup.Hosting.Bus.Rabbit;

/// <summary>What queues are like. Publishers and consumers declare the same: a broker refuses a queue that is declared in two ways.</summary>
internal static class QueueForm
{
    /// <summary>Where facts go that were given to consumers too often, each time without an end. They are sealed.</summary>
    public const string Undeliverable = "contactgroup.undeliverable";

    // Consumers handle or park whatever comes; only a process that dies over a fact gives it back. So often it may happen.
    private const int MostDeliveries = 1_000;

    private static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(30);

    /// <summary>Arguments of a queue.</summary>
    /// <param name="ofOneInstance">Whether one process alone listens to it: then it goes when the process is gone for good.</param>
    public static IEnumerable<(string Name, object Value)> Arguments(bool ofOneInstance)
    {
        yield return ("x-queue-type", "quorum");
        if (ofOneInstance)
        {
            yield return ("x-expires", (int)Abandoned.TotalMilliseconds);
            yield break;
        }

        // One consumer at a time, however many instances there are: order is kept, and when one dies the next takes over.
        yield return ("x-single-active-consumer", true);
        yield return ("x-delivery-limit", MostDeliveries);
        yield return ("x-dead-letter-exchange", string.Empty);
        yield return ("x-dead-letter-routing-key", Undeliverable);
        yield return ("x-dead-letter-strategy", "at-least-once");
        yield return ("x-overflow", "reject-publish");
    }
}
