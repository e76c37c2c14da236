using System.Collections.Concurrent;

namespace ContactGroup.Hosting.Bus;

/// <summary>
/// On the in-memory bus a published message dies with the process, so the outbox keeps its row until every consumer in this process has committed.
/// This is where consumers say so. On a broker with publisher confirms nobody waits here.
/// </summary>
internal sealed class DeliveryConfirmations(IEnumerable<FactSubscription> subscriptions, IFactQueues queues)
{
    private readonly Dictionary<Type, int> consumers = subscriptions
        .GroupBy(subscription => subscription.Fact)
        .ToDictionary(facts => facts.Key, facts => facts.Count());

    private readonly ConcurrentDictionary<string, Open> open = new(StringComparer.Ordinal);

    /// <summary>Completes when every consumer of the fact has confirmed the batch. Call before publishing.</summary>
    public Task Expect(string batch, Type fact)
    {
        var expected = queues.IsVolatile ? consumers.GetValueOrDefault(fact) : 0;
        return expected == 0 ? Task.CompletedTask : open.GetOrAdd(batch, _ => new Open(expected)).Done;
    }

    public void Confirm(string batch)
    {
        if (open.TryGetValue(batch, out var waiting) && waiting.Confirm())
        {
            open.TryRemove(batch, out _);
        }
    }

    public void Forget(string batch) => open.TryRemove(batch, out _);

    private sealed class Open(int expected)
    {
        private readonly TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int left = expected;

        public Task Done => completion.Task;

        public bool Confirm()
        {
            if (Interlocked.Decrement(ref left) > 0)
            {
                return false;
            }

            completion.TrySetResult();
            return true;
        }
    }
}

/// <summary>That a consumer of this process takes a fact.</summary>
/// <param name="Fact">The contract record.</param>
/// <param name="Consumer">Name of the consumer, stable over versions: the inbox remembers by it.</param>
/// <param name="Queue">Name of the queue it listens to.</param>
/// <param name="EveryInstance">Whether every process of its kind hears the fact for itself.</param>
internal sealed record FactSubscription(Type Fact, string Consumer, string Queue, bool EveryInstance);
