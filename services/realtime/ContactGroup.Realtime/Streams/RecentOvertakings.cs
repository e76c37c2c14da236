using ContactGroup.Contracts.Release;

namespace ContactGroup.Realtime.Streams;

/// <summary>
/// What was overtaken lately, for pages that were read from release before and handed on after. Bounded: whoever comes with a page that is older than
/// what is remembered has to read it again.
/// </summary>
internal sealed class RecentOvertakings
{
    private const int Most = 1_024;

    private readonly List<(string Item, long Seq)> noted = [];
    private long forgotten;

    /// <summary>The moment now; take it before reading a page.</summary>
    public long Moment => forgotten + noted.Count;

    public void Note(EntryFrame frame)
    {
        if (!frame.Overtakes || frame.Item is null)
        {
            return;
        }

        if (noted.Count == Most)
        {
            noted.RemoveRange(0, Most / 2);
            forgotten += Most / 2;
        }

        noted.Add((frame.Item, frame.Seq));
    }

    /// <summary>Nobody reads any more who would need to know.</summary>
    public void Forget()
    {
        forgotten += noted.Count;
        noted.Clear();
    }

    /// <summary>The page without the views that were overtaken since it was read; null when that is not known any more.</summary>
    public EntryFrame[]? Clean(IReadOnlyList<EntryFrame> page, long since)
    {
        if (Since(since) is not { } overtakings)
        {
            return null;
        }

        EntryFrame[] frames = [.. page];
        overtakings.Cancel(frames);
        return frames;
    }

    /// <summary>What was overtaken since a moment; null when that is not known any more.</summary>
    public Overtakings? Since(long moment)
    {
        if (moment < forgotten)
        {
            return null;
        }

        var overtakings = new Overtakings();
        foreach (var (item, seq) in noted[(int)(moment - forgotten)..])
        {
            overtakings.Note(item, seq);
        }

        return overtakings;
    }
}
