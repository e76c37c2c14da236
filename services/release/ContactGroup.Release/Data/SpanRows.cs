using System.Data.Common;
using ContactGroup.Release.Domain;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>What the readers of a stream held of an item and how long: a row per audience and view, never per person.</summary>
internal static class SpanRows
{
    public static Task<int> BeginAsync(DbConnection connection, string stream, string item, long seq, long disclosure, long at) =>
        connection.ExecuteAsync(
            "INSERT INTO spans (item, stream, seq, disclosure, at) VALUES (@item, @stream, @seq, @disclosure, @at)",
            new { item, stream, seq, disclosure, at });

    public static Task<int> EndAsync(DbConnection connection, string stream, string item, long seq, EntryOp op, long at) =>
        connection.ExecuteAsync(
            "UPDATE spans SET ended_seq = @seq, ended_at = @at, ended_op = @op WHERE item = @item AND stream = @stream AND ended_seq IS NULL",
            new { item, stream, seq, at, op = (int)op });

    /// <summary>What audiences held of an item, oldest first.</summary>
    public static async Task<IReadOnlyList<SpanRow>> OfItemAsync(DbConnection connection, string item)
    {
        var rows = await connection.QueryAsync<SpanRow>(
            """
            SELECT t.subject AS Subject, s.disclosure AS Disclosure, s.at AS At, s.ended_at AS EndedAt, s.ended_op AS EndedOp
            FROM spans s JOIN streams t ON t.stream = s.stream WHERE s.item = @item AND t.scope = 1 ORDER BY s.at, s.seq
            """,
            new { item });
        return rows.AsList();
    }
}

/// <summary>What one audience held of an item from one moment to another.</summary>
internal sealed record SpanRow(string Subject, long Disclosure, long At, long? EndedAt, long? EndedOp);
