using ContactGroup.Contracts.Channels;

namespace ContactGroup.Contracts.Release;

/// <summary>A fact: an entry was appended to a stream. The frame is final: what live connections get, byte for byte.</summary>
/// <param name="Stream">Id of the stream.</param>
/// <param name="PrevSeq">Sequence of the entry before it.</param>
/// <param name="Seq">Its own sequence, always <paramref name="PrevSeq"/> + 1: a gap means loss, never something hidden.</param>
/// <param name="Frame">UTF-8 JSON of one entry.</param>
public sealed record Released(string Stream, long PrevSeq, long Seq, byte[] Frame);

/// <summary>Port: reading streams. Implemented by <c>release</c>; closed on failure.</summary>
public interface IStreamReader
{
    /// <summary>Opens a stream from a cursor; null when the stream or the cursor is not this person's, whatever the reason.</summary>
    ValueTask<StreamAccess?> OpenAsync(WhoAsks who, string stream, string cursor, CancellationToken cancellationToken);

    /// <summary>Entries after a sequence, oldest first, at most <paramref name="limit"/>. Only for a stream that was opened.</summary>
    ValueTask<IReadOnlyList<EntryFrame>> ReadAsync(string stream, long after, int limit, CancellationToken cancellationToken);

    /// <summary>Heads of those of the streams that are still this person's, with fresh cursors.</summary>
    ValueTask<IReadOnlyList<StreamHead>> HeadsAsync(WhoAsks who, IReadOnlyCollection<string> streams, CancellationToken cancellationToken);
}

/// <summary>A stream opened at a position.</summary>
public sealed record StreamAccess(string Stream, string Group, long After);

/// <summary>One entry as it goes to clients.</summary>
public sealed record EntryFrame(long Seq, byte[] Frame);

/// <summary>Where a stream ends now, with a cursor bound to the person who asked.</summary>
public sealed record StreamHead(string Stream, long Head, string Cursor);
