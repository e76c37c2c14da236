using System.Data.Common;
using ContactGroup.Contracts.Release;
using ContactGroup.Release.Domain;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>Entries of a stream.</summary>
internal static class EntryRows
{
    public static async Task<IReadOnlyList<EntryFrame>> ReadAsync(DbConnection connection, string stream, long after, int limit)
    {
        var rows = await connection.QueryAsync<Row>(
            """
            SELECT e.seq AS Seq, e.op AS Op, e.item AS Item, e.at AS At, e.revision AS Revision, v.body AS Body
            FROM entries e LEFT JOIN views v ON v.view = e.view
            WHERE e.stream = @stream AND e.seq > @after ORDER BY e.seq LIMIT @limit
            """,
            new { stream, after, limit });
        return [.. rows.Select(row => new EntryFrame(row.Seq, Frames.Entry(stream, row.Seq, (EntryOp)row.Op, row.Item, row.At, row.Revision, row.Body)))];
    }

    private sealed record Row(long Seq, long Op, string Item, long At, long Revision, byte[]? Body);
}
