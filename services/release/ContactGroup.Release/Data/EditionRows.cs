using System.Data.Common;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>Who was given which version of a notification.</summary>
internal static class EditionRows
{
    /// <summary>
    /// Who was given which version of a notification, by whichever way, with the first time. A receipt counts for what began before it: after a recall revisions begin anew, and one of
    /// before must not say that the version that is there now was given.
    /// </summary>
    public static async Task<IReadOnlyList<EditionReceiverRow>> OfItemAsync(DbConnection connection, string item)
    {
        var rows = await connection.QueryAsync<EditionReceiverRow>(
            """
            SELECT p.constituency AS Constituency, p.force AS Force, p.organisation AS Organisation, g.edition AS Edition, MIN(g.at) AS ReceivedAt, MIN(g.opened) AS OpenedAt
            FROM readers p JOIN (
                SELECT r.reader, s.edition, CASE WHEN r.from_at > s.at THEN r.from_at ELSE s.at END AS at, NULL AS opened
                FROM spans s JOIN streams t ON t.stream = s.stream AND t.scope = 1
                    JOIN readings r ON r.stream = s.stream AND r.after < s.seq AND (r.through IS NULL OR r.through >= s.seq)
                        AND (s.ended_seq IS NULL OR s.ended_seq > r.head)
                WHERE s.item = @item AND s.edition > 0
                UNION ALL
                SELECT c.reader, s.edition, c.received_at, c.opened_at
                FROM spans s JOIN streams t ON t.stream = s.stream AND t.scope = 1
                    JOIN receipts c ON c.item = s.item AND c.stream = s.stream AND c.revision = s.revision AND c.received_at >= s.at
                WHERE s.item = @item AND s.edition > 0) g ON g.reader = p.reader
            GROUP BY p.constituency, p.force, p.organisation, g.edition
            """,
            new { item });
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

    /// <summary>When the first of them was given it, microseconds.</summary>
    public long ReceivedAt { get; init; }

    /// <summary>When the first of them asked for it by itself, microseconds.</summary>
    public long? OpenedAt { get; init; }
}
