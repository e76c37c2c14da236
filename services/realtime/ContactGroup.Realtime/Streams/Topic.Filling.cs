namespace ContactGroup.Realtime.Streams;

internal sealed partial class Topic
{
    private const int MostEmptyReads = 20;
    private bool filling;
    private long noticed;
    private long noticedAt;

    /// <summary>
    /// Release says where the stream ends. When a head of an earlier beacon has not come by now, the last frame was lost, and no later one would tell.
    /// </summary>
    public void Notice(long releaseHead, long beacon)
    {
        lock (gate)
        {
            if (head >= noticed)
            {
                (noticed, noticedAt) = (releaseHead, beacon);
            }
            else
            {
                FillIfBehind(beacon > noticedAt);
            }
        }
    }

    private void FillIfBehind(bool behind)
    {
        if (behind && !filling && head is { } from)
        {
            filling = true;
            backlog.NoteGap(stream, from);
            _ = Task.Run(FillAsync);
        }
    }

    // One at a time; reads from the head until nothing is missing. When release cannot be read, nothing is shown, and it tries on.
    private async Task FillAsync()
    {
        for (var attempt = 0; Next() is { } after; attempt++)
        {
            var moment = Moment();
            var page = await backlog.TryReadAsync(stream, after);
            if (page is not null && Fill(page, moment, giveUp: attempt >= MostEmptyReads))
            {
                return;
            }

            if (page is { Count: > 0 })
            {
                attempt = -1;
            }
            else
            {
                await backlog.PauseAsync(attempt);
            }
        }
    }

    private long? Next()
    {
        lock (gate)
        {
            filling = head is not null;
            return head;
        }
    }

    private bool Fill(IReadOnlyList<Contracts.Release.EntryFrame> page, long moment, bool giveUp)
    {
        lock (gate)
        {
            foreach (var frame in recent.Clean(page, moment) ?? [])
            {
                Hold(frame);
            }

            Serve();
            if (giveUp)
            {
                held.Clear();
            }

            filling = held.Count > 0 || backlog.IsFull(page);
            ForgetIfNobodyReads();
            return !filling;
        }
    }
}
