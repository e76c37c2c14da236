using ContactGroup.Contracts.Release;

namespace ContactGroup.Realtime.Streams;

internal sealed partial class Topic
{
    private const int MostMeanwhile = 256;
    private const int MostPerMessage = 200;
    private const int MostTogether = 4;

    // What a line of 20 kbit/s carries within half a minute, and what buffers of 64 KB take.
    private const int LongBytes = 60 * 1024;

    // Serves what follows the head.
    private void Serve()
    {
        CancelAmongHeld();
        for (LetGoOfKnown(); Following() is { Count: > 0 } runs; LetGoOfKnown())
        {
            var batches = runs.ConvertAll(Batch);
            Serve(batches, runs.Count > 1 ? Joined(runs) : batches);
        }
    }

    // What one connection is given together leaves together. INVARIANT: the head moves when everybody was given it, so that what fails half way is served again.
    private void Serve(List<FrameBatch> batches, List<FrameBatch> joined)
    {
        foreach (var subscription in live)
        {
            foreach (var batch in subscription.Connection.TakesLong ? joined : batches)
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

        joined.ForEach(Watch);
        head = batches[^1].Last;
    }

    // In as few messages as the bound on their size allows; not so many that they fill what waits for a connection which reads.
    private List<EntryFrame[]> Following()
    {
        var runs = new List<EntryFrame[]>();
        var (run, bytes, last) = (new List<EntryFrame>(), 0, head);
        foreach (var (seq, frame) in held)
        {
            if (last is not null && seq != last + 1)
            {
                break;
            }

            if (run.Count == MostPerMessage || bytes >= IStreamReader.PageBytes)
            {
                runs.Add([.. run]);
                (run, bytes) = ([], 0);
                if (runs.Count == MostTogether)
                {
                    return runs;
                }
            }

            run.Add(frame);
            bytes += frame.Frame.Length;
            last = seq;
        }

        if (run.Count > 0)
        {
            runs.Add([.. run]);
        }

        return runs;
    }

    // For whoever takes long messages.
    private List<FrameBatch> Joined(List<EntryFrame[]> runs)
    {
        var joined = new List<FrameBatch>();
        var (together, bytes) = (new List<EntryFrame>(), 0);
        foreach (var run in runs)
        {
            var more = run.Sum(frame => frame.Frame.Length);
            if (together.Count > 0 && bytes + more > LongBytes)
            {
                joined.Add(Batch([.. together]));
                (together, bytes) = ([], 0);
            }

            together.AddRange(run);
            bytes += more;
        }

        joined.Add(Batch([.. together]));
        return joined;
    }

    private FrameBatch Batch(EntryFrame[] frames) => new(frames, clock, meter.Serialisations);

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
