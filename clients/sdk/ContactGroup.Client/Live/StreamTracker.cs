namespace ContactGroup.Client.Live;

/// <summary>What became of an entry that arrived.</summary>
internal enum Arrival
{
    /// <summary>The next one: to be delivered.</summary>
    Next,

    /// <summary>Had it already.</summary>
    Repeat,

    /// <summary>Something before it is missing.</summary>
    Gap,
}

/// <summary>How far one stream was read, and what an arriving entry or beacon means for it.</summary>
internal sealed class StreamTracker(StreamPosition position)
{
    public StreamPosition Position { get; private set; } = position;

    /// <summary>The beginning as it was last listed: a cursor of who left and came back is another one.</summary>
    public string Start { get; set; } = position.Cursor;

    public Arrival Take(Entry entry)
    {
        if (entry.Seq <= Position.Seen)
        {
            return Arrival.Repeat;
        }

        if (entry.PrevSeq > Position.Seen)
        {
            return Arrival.Gap;
        }

        Position = Position with { Seen = entry.Seq };
        return Arrival.Next;
    }

    /// <summary>A cursor for everything up to <paramref name="seq"/>, which is usable only once all of that was taken.</summary>
    /// <returns>False when the server is ahead.</returns>
    public bool Confirm(string cursor, long seq)
    {
        if (seq > Position.Seen)
        {
            return false;
        }

        if (seq == Position.Seen)
        {
            Position = Position with { Cursor = cursor };
        }

        return true;
    }

    /// <summary>Reads from the beginning again without delivering again.</summary>
    public void StartOver() => Position = Position with { Cursor = Start };

    /// <summary>The end of a fetched page: the cursor stands for exactly what was taken.</summary>
    public void PageEnded(string cursor) => Position = Position with { Cursor = cursor };
}
