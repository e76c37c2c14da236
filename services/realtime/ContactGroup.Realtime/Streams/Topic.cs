using ContactGroup.Contracts.Release;

namespace ContactGroup.Realtime.Streams;

/// <summary>
/// One stream as this process serves it. INVARIANT: every live subscription has been handed exactly the entries up to <c>head</c>, in order, none
/// twice; so one message serves all of them, and a frame that does not follow the head is either known or waits until the gap is filled.
/// </summary>
internal sealed partial class Topic(string stream, StreamBacklog backlog, RealtimeMeter meter, TimeProvider clock, Action<Topic> whenUnused)
{
    private const int MostMeanwhile = 256;
    private const int MostHeld = 1_024;
    private const int MostPerMessage = 200;
    private const int MostTogether = 4;

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

    // Serves what follows the head.
    private void Serve()
    {
        CancelAmongHeld();
        for (LetGoOfKnown(); Following() is { Count: > 0 } batches; LetGoOfKnown())
        {
            Serve(batches);
        }
    }

    // What one connection is given together leaves together. INVARIANT: the head moves when everybody was given it, so that what fails half way is served again.
    private void Serve(List<FrameBatch> batches)
    {
        foreach (var subscription in live)
        {
            foreach (var batch in batches)
            {
                OfferRest(batch, subscription);
            }
        }

        foreach (var batch in batches)
        {
            meter.Deliveries.Add((long)batch.Count * live.Count);
            KeepForJoining(batch);
            Watch(batch);
        }

        head = batches[^1].Last;
    }

    // In as few messages as the bound on their size allows; not so many that they fill what waits for a connection which reads.
    private List<FrameBatch> Following()
    {
        var batches = new List<FrameBatch>();
        var (run, bytes, last) = (new List<EntryFrame>(), 0, head);
        foreach (var (seq, frame) in held)
        {
            if (last is not null && seq != last + 1)
            {
                break;
            }

            if (run.Count == MostPerMessage || bytes >= IStreamReader.PageBytes)
            {
                batches.Add(new FrameBatch([.. run], clock, meter.Serialisations));
                (run, bytes) = ([], 0);
                if (batches.Count == MostTogether)
                {
                    return batches;
                }
            }

            run.Add(frame);
            bytes += frame.Frame.Length;
            last = seq;
        }

        if (run.Count > 0)
        {
            batches.Add(new FrameBatch([.. run], clock, meter.Serialisations));
        }

        return batches;
    }

    private void LetGoOfKnown()
    {
        while (held.Count > 0 && held.Keys.First() <= head)
        {
            held.Remove(held.Keys.First());
        }
    }

    // One that read ahead of the bus when it went live has the beginning already.
    private void OfferRest(FrameBatch batch, Subscription subscription)
    {
        if (subscription.Position < batch.First)
        {
            subscription.Connection.Offer(batch, subscription);
        }
        else if (batch.After(subscription.Position) is { } rest)
        {
            subscription.Connection.Offer(rest, subscription);
            Watch(rest);
        }
    }

    private void KeepForJoining(FrameBatch batch)
    {
        foreach (var subscription in joining)
        {
            if (subscription.Meanwhile.Count == MostMeanwhile)
            {
                subscription.ForgetMeanwhile();
            }

            subscription.Keep(batch);
        }
    }

    private void Deliver(FrameBatch batch, Subscription subscription)
    {
        subscription.Connection.Offer(batch, subscription);
        Watch(batch);
        meter.Deliveries.Add(batch.Count);
    }
}
