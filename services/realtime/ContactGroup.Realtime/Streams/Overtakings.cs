using ContactGroup.Contracts.Release;

namespace ContactGroup.Realtime.Streams;

/// <summary>Which entries of a stream were overtaken: of each item, everything before a sequence.</summary>
internal sealed class Overtakings
{
    private readonly Dictionary<string, long> before = new(StringComparer.Ordinal);

    public bool Any => before.Count > 0;

    /// <summary>Notes what an entry overtakes.</summary>
    public void Note(EntryFrame frame)
    {
        if (frame.Overtakes && frame.Item is { } item)
        {
            Note(item, frame.Seq);
        }
    }

    public void Note(string item, long seq) => before[item] = before.TryGetValue(item, out var known) ? Math.Max(known, seq) : seq;

    /// <summary>Takes the views out of what was overtaken; true when there was one.</summary>
    public bool Cancel(EntryFrame[] frames)
    {
        var cancelled = false;
        for (var index = 0; index < frames.Length; index++)
        {
            if (Covers(frames[index]))
            {
                frames[index] = frames[index].WithoutView();
                cancelled = true;
            }
        }

        return cancelled;
    }

    /// <summary>Whether the entry shows a view that is not to be shown any more.</summary>
    public bool Covers(EntryFrame frame) =>
        frame.Bare > 0 && frame.Item is not null && before.TryGetValue(frame.Item, out var seq) && frame.Seq < seq;
}
