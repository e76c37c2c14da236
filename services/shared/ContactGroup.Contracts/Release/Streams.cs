using ContactGroup.Contracts.Channels;

namespace ContactGroup.Contracts.Release;

/// <summary>A fact: an entry was appended to a stream. The frame is final: what live connections get, byte for byte.</summary>
/// <param name="Stream">Id of the stream.</param>
/// <param name="PrevSeq">Sequence of the entry before it.</param>
/// <param name="Seq">Its own sequence, always <paramref name="PrevSeq"/> + 1: a gap means loss, never something hidden.</param>
/// <param name="Frame">UTF-8 JSON of one entry.</param>
/// <param name="Item">Id of the entry's item; null in facts of older versions, whose frames cannot be cancelled.</param>
/// <param name="Bare">See <see cref="EntryFrame"/>.</param>
/// <param name="Overtakes">See <see cref="EntryFrame"/>.</param>
/// <param name="Expires">See <see cref="EntryFrame"/>.</param>
public sealed record Released(
    string Stream,
    long PrevSeq,
    long Seq,
    byte[] Frame,
    string? Item = null,
    int Bare = 0,
    bool Overtakes = false,
    DateTimeOffset? Expires = null)
{
    /// <summary>The entry as it goes to clients.</summary>
    public EntryFrame ToFrame() => new(Seq, Frame, Item, Bare, Overtakes, Expires);
}

/// <summary>Port: reading streams. Implemented by <c>release</c>; closed on failure.</summary>
public interface IStreamReader
{
    /// <summary>Opens streams from cursors, all by one question. Those that are left out are not this person's, or their cursor is not, whatever the reason.</summary>
    ValueTask<IReadOnlyList<StreamAccess>> OpenAsync(WhoAsks who, IReadOnlyList<StreamPlace> places, CancellationToken cancellationToken);

    /// <summary>
    /// With the entry that reaches so many bytes a page ends, so that two of them pass in less than half a minute where no more than 10 kbit/s do: what is live counts
    /// as broken when nothing whole comes for a while.
    /// </summary>
    const int PageBytes = 16 * 1024;

    /// <summary>
    /// Entries after a sequence, oldest first, at most <paramref name="limit"/> and no more than <see cref="PageBytes"/> allows. Only for a stream that was opened.
    /// </summary>
    ValueTask<IReadOnlyList<EntryFrame>> ReadAsync(string stream, long after, int limit, CancellationToken cancellationToken);

    /// <summary>For each question, in order, the heads of those of its streams that are still this person's, with fresh cursors.</summary>
    ValueTask<IReadOnlyList<IReadOnlyList<StreamHead>>> HeadsAsync(IReadOnlyList<HeadsAsked> asked, CancellationToken cancellationToken);
}

/// <summary>A stream and the cursor from which it is to be opened.</summary>
public sealed record StreamPlace(string Stream, string Cursor);

/// <summary>Where some streams end, for a person.</summary>
public sealed record HeadsAsked(WhoAsks Who, IReadOnlyCollection<string> Streams);

/// <summary>A stream opened at a position.</summary>
/// <param name="Stream">Its id.</param>
/// <param name="Group">Id of its contact group.</param>
/// <param name="After">The sequence that the cursor stands at.</param>
/// <param name="Head">Where the stream ends now.</param>
public sealed record StreamAccess(string Stream, string Group, long After, long Head);

/// <summary>
/// One entry as it goes to clients. INVARIANT: once a later entry of the same item is known, or its time is over, it is sent as
/// <see cref="WithoutView"/>: what was replaced or recalled reaches nobody who did not have it yet.
/// </summary>
/// <param name="Seq">Its sequence.</param>
/// <param name="Frame">UTF-8 JSON of the entry.</param>
/// <param name="Item">Id of its item.</param>
/// <param name="Bare">How many bytes of <paramref name="Frame"/> come before its view; 0 when it has none.</param>
/// <param name="Overtakes">Whether it replaces or recalls what earlier entries of its item showed.</param>
/// <param name="Expires">From when on the view is shown to nobody, UTC; null when time does not end it.</param>
public sealed record EntryFrame(
    long Seq, byte[] Frame, string? Item = null, int Bare = 0, bool Overtakes = false, DateTimeOffset? Expires = null)
{
    /// <summary>The same entry without its view: its place in the stream stays, so that there is no gap.</summary>
    public EntryFrame WithoutView() => Bare == 0 ? this : this with { Frame = [.. Frame.AsSpan(0, Bare), (byte)'}'], Bare = 0, Expires = null };
}

/// <summary>Where a stream ends now, with a cursor bound to the person who asked.</summary>
public sealed record StreamHead(string Stream, long Head, string Cursor);
