namespace ContactGroup.Client;

/// <summary>How far a stream was read. A cursor is the server's; the sequence number says what was handled since.</summary>
/// <param name="Cursor">The last cursor received; may be behind <paramref name="Seen"/>.</param>
/// <param name="Seen">The highest sequence number handled; 0 before the first entry.</param>
public sealed record StreamPosition(string Stream, string Cursor, long Seen);

/// <summary>Keeps positions. An entry's position is stored after the consumer has asked for the next one, that is, after it was handled.</summary>
public interface IPositionStore
{
    /// <summary>The stored position, or null.</summary>
    ValueTask<StreamPosition?> FindAsync(string stream, CancellationToken cancellationToken);

    /// <summary>Keeps a position.</summary>
    ValueTask StoreAsync(StreamPosition position, CancellationToken cancellationToken);
}
