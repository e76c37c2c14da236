using System.Data.Common;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>Who was given which version of a notification.</summary>
internal static class EditionRows
{
    /// <summary>How long a live connection has to last after a version came for it to count: one that is dead is ended by then.</summary>
    private const long Alive = 60_000_000; // microseconds

    /// <summary>
    /// Who was given which version of a notification, with the first time: by a page of a stream, by a live connection that lasted, or by asking for it. INVARIANT: says rather too little than too much, since
    /// somebody may rely on it. A list does not count, as it is also looked through by the reckoning of overlaps, of which nobody sees the content; what was asked for counts while it was shown, since
    /// revisions begin anew after a recall.
    /// </summary>
    public static async Task<IReadOnlyList<EditionReceiverRow>> OfItemAsync(DbConnection connection, string item, long now)
    {
        var rows = await connection.QueryAsync<EditionReceiverRow>(
            """
            SELECT p.constituency AS Constituency, p.force AS Force, p.organisation AS Organisation, g.edition AS Edition, g.disclosure AS Disclosure,
                MIN(g.at) AS ReceivedAt, MIN(g.opened) AS OpenedAt
            FROM readers p JOIN (
                SELECT r.reader, s.edition, s.disclosure, CASE WHEN r.from_at > s.at THEN r.from_at ELSE s.at END AS at, NULL AS opened
                FROM spans s JOIN streams t ON t.stream = s.stream AND t.scope = 1
                    JOIN readings r ON r.stream = s.stream AND r.after < s.seq AND (r.through IS NULL OR r.through >= s.seq)
                        AND (s.ended_seq IS NULL OR s.ended_seq > r.head) AND (r.from_at >= s.at OR COALESCE(r.to_at, @now) >= s.at + @Alive)
                WHERE s.item = @item AND s.edition > 0
                UNION ALL
                SELECT c.reader, s.edition, s.disclosure, c.opened_at, c.opened_at
                FROM spans s JOIN streams t ON t.stream = s.stream AND t.scope = 1
                    JOIN receipts c ON c.item = s.item AND c.stream = s.stream AND c.revision = s.revision
                        AND c.opened_at >= s.at AND (s.ended_at IS NULL OR c.opened_at < s.ended_at)
                WHERE s.item = @item AND s.edition > 0) g ON g.reader = p.reader
            GROUP BY p.constituency, p.force, p.organisation, g.edition, g.disclosure
            ORDER BY p.constituency, p.force, p.organisation, g.edition, g.disclosure
            """,
            new { item, now, Alive });
        return rows.AsList();
    }
}

/// <summary>People of one organisation who were given one version of a notification.</summary>
internal sealed class EditionReceiverRow
{
    public required string Organisation { get; init; }

    public long Constituency { get; init; }

    public required string Force { get; init; }

    public long Edition { get; init; }

    /// <summary>What of it was disclosed.</summary>
    public long Disclosure { get; init; }

    /// <summary>When the first of them was given it, microseconds.</summary>
    public long ReceivedAt { get; init; }

    /// <summary>When the first of them asked for it by itself, microseconds.</summary>
    public long? OpenedAt { get; init; }
}
