using System.Data.Common;
using ContactGroup.Contracts.Release;
using ContactGroup.Release.Domain;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>Entries of a stream.</summary>
internal static class EntryRows
{
    /// <summary>
    /// Entries after a sequence, as they may be shown at an instant: what expired by then has lost its view, also before its recall is written.
    /// An owner's own stream does not expire. They end with the one that reaches a number of bytes.
    /// </summary>
    public static async Task<IReadOnlyList<EntryFrame>> ReadAsync(DbConnection connection, string stream, long after, int limit, int bytes, long now)
    {
        var (frames, _) = await PageBytes.ReadAsync<Row, EntryFrame>(
            connection,
            """
            SELECT e.seq AS Seq, e.op AS Op, e.item AS Item, e.at AS At, e.revision AS Revision, v.body AS Body, i.expires_at AS ExpiresAt, s.scope AS Scope,
                e.changed AS Changed
            FROM entries e JOIN streams s ON s.stream = e.stream
                LEFT JOIN views v ON v.view = e.view LEFT JOIN items i ON e.view IS NOT NULL AND i.item = e.item
            WHERE e.stream = @stream AND e.seq > @after ORDER BY e.seq LIMIT @limit
            """,
            new { stream, after, limit },
            row => Frames.Entry(stream, row.ToEntry(now)),
            frame => frame.Frame.Length,
            bytes);
        return frames;
    }

    /// <summary>
    /// The entry that still shows something of an item, without what it shows, and where its fact stands in the outbox; null when none does. INVARIANT: it is the one by
    /// which the item is held, since each that follows takes the view out of the one before.
    /// </summary>
    public static async Task<(EntryRow Entry, long? Outbox)?> ShowingAsync(DbConnection connection, string stream, string item)
    {
        var row = await connection.QuerySingleOrDefaultAsync<Shown?>(
            """
            SELECT e.seq AS Seq, e.op AS Op, e.item AS Item, e.at AS At, e.revision AS Revision, e.outbox AS Outbox
            FROM held h JOIN entries e ON e.stream = h.stream AND e.seq = h.seq
            WHERE h.stream = @stream AND h.item = @item AND e.view IS NOT NULL
            """,
            new { stream, item });
        return row is null ? null : (new EntryRow(row.Seq, (EntryOp)row.Op, row.Item, row.At, row.Revision, Body: null, Expires: null), row.Outbox);
    }

    private sealed record Shown(long Seq, long Op, string Item, long At, long Revision, long? Outbox);

    private sealed record Row(long Seq, long Op, string Item, long At, long Revision, byte[]? Body, long? ExpiresAt, long Scope, string? Changed)
    {
        public EntryRow ToEntry(long now)
        {
            var expires = Scope == (long)StreamScope.Organisation ? null : ExpiresAt;
            return new EntryRow(Seq, (EntryOp)Op, Item, At, Revision, expires <= now ? null : Body, expires, Changed);
        }
    }
}

/// <summary>One entry of a stream.</summary>
/// <param name="Seq">Its sequence.</param>
/// <param name="Op">What it does.</param>
/// <param name="Item">Id of the item.</param>
/// <param name="At">When, microseconds.</param>
/// <param name="Revision">Revision of the view in this stream.</param>
/// <param name="Body">The view; null when there is none, or none any more.</param>
/// <param name="Expires">From when on the view is shown to nobody, microseconds.</param>
/// <param name="Changed">See <see cref="Domain.ChangedFields"/>, as the store has it; goes with the view.</param>
internal sealed record EntryRow(long Seq, EntryOp Op, string Item, long At, long Revision, byte[]? Body, long? Expires, string? Changed = null);
