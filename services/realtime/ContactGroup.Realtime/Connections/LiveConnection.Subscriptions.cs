using ContactGroup.Realtime.Streams;

namespace ContactGroup.Realtime.Connections;

internal sealed partial class LiveConnection
{
    private readonly Dictionary<string, Subscription> subscriptions = new(StringComparer.Ordinal);
    private int subscribing;

    /// <summary>Ids of the streams it follows.</summary>
    public IReadOnlyList<string> Streams
    {
        get
        {
            lock (gate)
            {
                return ended || subscriptions.Count == 0 ? [] : [.. subscriptions.Keys];
            }
        }
    }

    /// <summary>The last sequence of a stream that was handed to it; null when it does not follow the stream.</summary>
    public long? HandedOf(string stream)
    {
        Subscription? subscription;
        lock (gate)
        {
            subscription = subscriptions.GetValueOrDefault(stream);
        }

        return subscription?.Handed;
    }

    /// <summary>Marks that rights are being asked for right now, so that ending rights in between ends the connection.</summary>
    public void BeginSubscribing()
    {
        lock (gate)
        {
            subscribing++;
        }
    }

    /// <summary>The other end of <see cref="BeginSubscribing"/>.</summary>
    public void EndSubscribing()
    {
        lock (gate)
        {
            subscribing--;
        }
    }

    /// <summary>Whether it follows, or is about to follow, a stream of the contact group.</summary>
    public bool TouchesGroup(string group)
    {
        lock (gate)
        {
            return subscribing > 0
                || subscriptions.Values.Any(subscription => string.Equals(subscription.Group, group, StringComparison.Ordinal));
        }
    }

    /// <summary>Takes a subscription; one on the same stream is left first, with what is queued for it. False when ended or full.</summary>
    public bool TryAttach(Subscription subscription, int most)
    {
        Subscription? before;
        lock (gate)
        {
            var known = subscriptions.TryGetValue(subscription.Stream, out before);
            if (ended || (!known && subscriptions.Count >= most))
            {
                return false;
            }

            subscriptions[subscription.Stream] = subscription;
        }

        before?.Leave();
        return true;
    }

    private void LeaveAll()
    {
        Subscription[] all;
        lock (gate)
        {
            all = [.. subscriptions.Values];
            subscriptions.Clear();
        }

        foreach (var subscription in all)
        {
            subscription.Leave();
        }
    }
}
