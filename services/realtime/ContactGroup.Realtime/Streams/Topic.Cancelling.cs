using ContactGroup.Contracts.Release;

namespace ContactGroup.Realtime.Streams;

/// <summary>
/// Views that were taken back before they were written. One look per stream, whoever waits: the batches that somebody still waits for are known here,
/// and each makes its message anew for all of them.
/// </summary>
internal sealed partial class Topic
{
    private const int FewBatches = 64;

    private readonly HashSet<FrameBatch> waitedFor = [];
    private readonly RecentOvertakings recent = new();
    private int sweepAt = FewBatches;

    /// <summary>The moment now, to be named with a page that is read from here on.</summary>
    public long Moment()
    {
        lock (gate)
        {
            return recent.Moment;
        }
    }

    /// <summary>
    /// Hands a page of the backlog to a subscription that catches up, without what was taken back since it was read. False when the page has to be
    /// read again.
    /// </summary>
    public bool TryHand(Subscription subscription, BacklogPage page)
    {
        lock (gate)
        {
            if (holding || page.Era != era || page.Clean(recent, clock, meter.BacklogSerialisations) is not { } batch)
            {
                return false;
            }

            meter.Deliveries.Add(batch.Count);
            subscription.Connection.Offer(batch, subscription);
            Watch(batch);
            subscription.Position = batch.Last;
            return true;
        }
    }

    private void Cancel(IReadOnlyList<EntryFrame> frames)
    {
        var overtakings = new Overtakings();
        foreach (var frame in frames)
        {
            overtakings.Note(frame);
            if (joining.Count > 0 || filling)
            {
                recent.Note(frame);
            }
        }

        if (overtakings.Any)
        {
            foreach (var batch in waitedFor)
            {
                batch.Cancel(overtakings);
            }
        }
    }

    // After a burst or a loss an entry and what overtakes it come together.
    private void CancelAmongHeld()
    {
        if (held.Count < 2)
        {
            return;
        }

        var overtakings = new Overtakings();
        foreach (var frame in held.Values)
        {
            overtakings.Note(frame);
        }

        foreach (var frame in held.Values.Where(overtakings.Covers).ToList())
        {
            held[frame.Seq] = frame.WithoutView();
        }
    }

    private void Watch(FrameBatch batch)
    {
        if (!batch.IsWaitedFor)
        {
            return;
        }

        if (waitedFor.Count >= sweepAt)
        {
            waitedFor.RemoveWhere(known => !known.IsWaitedFor);
            sweepAt = Math.Max(FewBatches, waitedFor.Count * 2);
        }

        waitedFor.Add(batch);
    }

    private void ForgetIfNobodyReads()
    {
        if (joining.Count == 0 && !filling)
        {
            recent.Forget();
            readings.Clear();
        }
    }
}
