using ContactGroup.Client;

namespace ContactGroup.Load.Faults;

/// <summary>What one live connection was shown, over all its reconnects. Bits, not texts: hundreds of these share the machine with what is measured.</summary>
/// <param name="numbers">Numbers of items and streams, the same for all seats.</param>
/// <param name="account">Whose connection it is.</param>
internal sealed class Seat(Numbers numbers, string account)
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, Bits> places = [];
    private readonly Bits items = new();
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
        var (item, stream) = (numbers.Of(entry.Item), numbers.Of(entry.Stream));
        lock (gate)
        {
            items.Set(item);
            if (!places.TryGetValue(stream, out var shown))
            {
                places[stream] = shown = new Bits();
            }

            if (!shown.Set(checked((int)entry.Seq)))
            {
                Twice++;
            }
        }
    }

    /// <summary>Whether an item was shown.</summary>
    public bool Has(string item)
    {
        var number = numbers.Of(item);
        lock (gate)
        {
            return items.Has(number);
        }
    }

    /// <summary>How many of the items that are for it were not shown.</summary>
    /// <param name="all">By item, whose it is alone; empty for everybody who listens.</param>
    public int Lacks(IEnumerable<KeyValuePair<string, string>> all)
    {
        lock (gate)
        {
            return all.Count(one => IsFor(account, one.Value) && !items.Has(numbers.Of(one.Key)));
        }
    }

    /// <summary>How many of the items were shown that are not for it.</summary>
    public int Exceeds(IEnumerable<KeyValuePair<string, string>> all)
    {
        lock (gate)
        {
            return all.Count(one => !IsFor(account, one.Value) && items.Has(numbers.Of(one.Key)));
        }
    }

    /// <summary>Whether an item is for an account.</summary>
    public static bool IsFor(string account, string alone) => alone.Length == 0 || alone == account;
}
