using ContactGroup.Contracts.Release;

namespace ContactGroup.Realtime.Streams;

/// <summary>
/// One stream as this process serves it. INVARIANT: every live subscription has been handed exactly the entries up to <c>head</c>, in order, none
/// twice; so one message serves all of them, and a frame that does not follow the head is either known or waits until the gap is filled.
/// </summary>
internal sealed partial class Topic(string stream, StreamBacklog backlog, RealtimeMeter meter, TimeProvider clock, Action<Topic> whenUnused)
{
    private const int MostHeld = 1_024;

    private readonly Lock gate = new();
    private readonly List<Subscription> live = [];
    private readonly HashSet<Subscription> joining = [];
    private readonly SortedDictionary<long, EntryFrame> held = [];
    private long? head;
    private bool closed;

    private bool Unused => live.Count == 0 && joining.Count == 0;

    public string Stream => stream;

    /// <summary>How many have caught up.</summary>
    public int LiveCount
    {
        get
        {
            lock (gate)
            {
                return live.Count;
            }
        }
    }

    /// <summary>Whether nobody follows it, for good. A closed topic is replaced, not reopened.</summary>
    public bool CloseIfUnused()
    {
        lock (gate)
        {
            return closed = closed || Unused;
        }
    }

    /// <summary>Takes a subscription that is about to catch up; from now on it misses nothing. False when the topic is closed.</summary>
    public bool TryJoin(Subscription subscription)
    {
        lock (gate)
        {
            subscription.ReadSince = begun;
            return !closed && joining.Add(subscription);
        }
    }

    /// <summary>Ends a subscription; gives the last sequence that it was handed.</summary>
    public long Leave(Subscription subscription)
    {
        long through;
        lock (gate)
        {
            through = ThroughOf(subscription);
            if (joining.Remove(subscription))
            {
                subscription.ForgetMeanwhile();
                ForgetIfNobodyReads();
            }

            if (subscription.Place >= 0)
            {
                var last = live[^1];
                live[subscription.Place] = last;
                last.Place = subscription.Place;
                live.RemoveAt(live.Count - 1);
                subscription.Place = -1;
            }

            if (!Unused)
            {
                return through;
            }

            // Frames pass by unseen from now on.
            head = null;
            held.Clear();
            holding &= !resuming;
            resuming = false;
        }

        whenUnused(this);
        return through;
    }

    /// <summary>The last sequence that a subscription was handed.</summary>
    public long HandedTo(Subscription subscription)
    {
        lock (gate)
        {
            return ThroughOf(subscription);
        }
    }

    /// <summary>Frames from the bus: perhaps known, perhaps early, perhaps after a loss.</summary>
    public void Publish(IReadOnlyList<EntryFrame> frames)
    {
        lock (gate)
        {
            Cancel(frames);
            if (holding)
            {
                return; // Read from release when it is served again.
            }

            foreach (var frame in frames)
            {
                Hold(frame);
            }

            Serve();
            FillIfBehind(held.Count > 0);
        }
    }

    /// <summary>
    /// Makes a subscription live that has read the stream to its end. False when it has to read on, because frames were lost between the reading
    /// and what came meanwhile, or the stream was held back since: also an empty page is one of before.
    /// </summary>
    public bool TryGoLive(Subscription subscription, BacklogPage page)
    {
        lock (gate)
        {
            if (subscription.Left || !joining.Contains(subscription))
            {
                return true;
            }

            if (holding || page.Era != era)
            {
                return false;
            }

            head ??= subscription.Position;
            foreach (var batch in subscription.Meanwhile)
            {
                if (batch.First > subscription.Position + 1)
                {
                    break;
                }

                if (batch.After(subscription.Position) is { } rest)
                {
                    Deliver(rest, subscription);
                    subscription.Position = rest.Last;
                }
            }

            subscription.ForgetMeanwhile();
            if (subscription.Position < head)
            {
                return false;
            }

            joining.Remove(subscription);
            ForgetIfNobodyReads();
            subscription.Place = live.Count;
            live.Add(subscription);
            return true;
        }
    }

    private long ThroughOf(Subscription subscription) =>
        subscription.Place >= 0 ? Math.Max(head ?? 0, subscription.Position) : subscription.Position;

    private void Hold(EntryFrame frame)
    {
        if (!(frame.Seq <= head) && !Unused)
        {
            held[frame.Seq] = frame;
            if (held.Count > MostHeld)
            {
                // The gap is filled by reading, which brings these too.
                held.Remove(held.Keys.Last());
            }
        }
    }
}
