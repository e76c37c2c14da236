using ContactGroup.Client;

namespace ContactGroup.Load.Faults;

/// <summary>What one live connection was shown, over all its reconnects.</summary>
internal sealed class Seat
{
    private readonly Lock gate = new();
    private readonly HashSet<string> puts = new(StringComparer.Ordinal);
    private readonly HashSet<string> items = new(StringComparer.Ordinal);
    private volatile bool isLive;

    /// <summary>Whether it was live once.</summary>
    public bool IsLive => isLive;

    /// <summary>Entries that were shown a second time.</summary>
    public int Twice { get; private set; }

    /// <summary>Why it had to begin anew, the last time.</summary>
    public string? Failure { get; private set; }

    public void NoteStatus(LiveStatus status) => isLive |= status.State == LiveState.Live;

    public void NoteFailure(Exception failure) => Failure = failure.GetType().Name;

    public void Note(Entry entry)
    {
        lock (gate)
        {
            items.Add(entry.Item);
            if (!puts.Add($"{entry.Stream} {entry.Seq}"))
            {
                Twice++;
            }
        }
    }

    /// <summary>Whether an item was shown.</summary>
    public bool Has(string item)
    {
        lock (gate)
        {
            return items.Contains(item);
        }
    }

    /// <summary>How many of the items were not shown.</summary>
    public int Lacks(ICollection<string> all)
    {
        lock (gate)
        {
            return all.Count(item => !items.Contains(item));
        }
    }
}
