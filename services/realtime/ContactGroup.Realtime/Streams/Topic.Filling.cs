using ContactGroup.Contracts.Release;

namespace ContactGroup.Realtime.Streams;

internal sealed partial class Topic
{
    private const int MostEmptyReads = 20;
    private bool filling;

    /// <summary>Release said a while ago that the stream ends here. What has not come by now was perhaps lost, and no later frame would tell.</summary>
    public void Expect(long releaseHead)
    {
        lock (gate)
        {
            FillIfBehind(head < releaseHead);
        }
    }

    /// <summary>Frames that must not be shown as they came: what they take back is taken back, and what release has after the head is read and shown.</summary>
    public void ReadAgain(IReadOnlyList<EntryFrame> frames)
    {
        lock (gate)
        {
            Cancel(frames);
            FillIfBehind(behind: true);
        }
    }

    private void FillIfBehind(bool behind)
    {
        if (behind && !filling && !holding && head is { } from)
        {
            filling = true;
            backlog.NoteGap(stream, from);
            _ = Task.Run(FillAsync);
        }
    }

    // One at a time; reads from the head until nothing is missing. When release cannot be read, nothing is shown, and it tries on.
    private async Task FillAsync()
    {
        for (var attempt = 0; Next() is var (after, read); attempt++)
        {
            var moment = Moment();
            var page = (await backlog.AskForLive(this, after).Page).Frames;
            if (page is not null && Fill(page, moment, read, giveUp: attempt >= MostEmptyReads))
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

    private (long After, long Era)? Next()
    {
        lock (gate)
        {
            filling = head is not null && (!holding || resuming);
            return filling ? (head!.Value, era) : null;
        }
    }

    private bool Fill(IReadOnlyList<EntryFrame> page, long moment, long read, bool giveUp)
    {
        lock (gate)
        {
            if (read != era || (holding && !resuming))
            {
                return false; // Held back since it was read.
            }

            foreach (var frame in recent.Clean(page, moment) ?? [])
            {
                Hold(frame);
            }

            Serve();
            if (giveUp)
            {
                held.Clear();
            }

            if (resuming && !backlog.IsFull(page))
            {
                // Up to here everybody has what release has; what was let pass meanwhile is read once more.
                (holding, resuming) = (false, false);
                return false;
            }

            filling = held.Count > 0 || backlog.IsFull(page);
            ForgetIfNobodyReads();
            return !filling;
        }
    }
}
