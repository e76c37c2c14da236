using System.Data.Common;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Domain;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>What the readers of a stream held of an item and how long: a row per audience and view, never per person.</summary>
internal static class SpanRows
{
    /// <summary>Rows of spans that begin.</summary>
    public static NewRows Begun(IEnumerable<BegunSpan> begun) => new(
        "spans (item, stream, seq, revision, edition, disclosure, matter, shown, at)",
        [.. begun.Select(span =>
            (object[])[span.Item, span.Stream, span.Seq, span.Revision, span.View.Edition, span.Disclosure, span.View.Held, span.View.Key, span.At])]);

    public static Task<int> EndAsync(DbConnection connection, string stream, string item, long seq, EntryOp op, long at) =>
        connection.ExecuteAsync(
            "UPDATE spans SET ended_seq = @seq, ended_at = @at, ended_op = @op WHERE item = @item AND stream = @stream AND ended_seq IS NULL",
            new { item, stream, seq, at, op = (int)op });

    /// <summary>Notes that views with these hashes were acknowledged: when they were held is not forgotten.</summary>
    public static Task<int> KeepAsync(DbConnection connection, string item, string[] hashes) => connection.ExecuteAsync(
        "UPDATE spans SET kept = 1 WHERE item = @item AND shown IN @hashes AND kept IS NULL", new { item, hashes });

    /// <summary>
    /// What audiences held of an item, oldest first. Views that differ only in what they refer to count as one: when a reference appears or goes, that
    /// tells who holds the other item, which is not the owner's to know.
    /// </summary>
    public static async Task<IReadOnlyList<SpanRow>> OfItemAsync(DbConnection connection, string item)
    {
        var rows = await connection.QueryAsync<Row>(
            """
            SELECT t.subject AS Subject, s.seq AS Seq, s.disclosure AS Disclosure, s.matter AS Matter, s.shown AS Shown, s.at AS At, s.ended_seq AS EndedSeq,
                s.ended_at AS EndedAt, s.ended_op AS EndedOp, s.edition AS Edition
            FROM spans s JOIN streams t ON t.stream = s.stream WHERE s.item = @item AND t.scope = 1 ORDER BY t.subject, s.seq
            """,
            new { item });
        var spans = new List<Row>();
        foreach (var row in rows)
        {
            if (spans.LastOrDefault() is { } last && row.GoesOnFrom(last))
            {
                spans[^1] = last with { Earlier = last.Hashes, Shown = row.Shown, EndedSeq = row.EndedSeq, EndedAt = row.EndedAt, EndedOp = row.EndedOp };
            }
            else
            {
                spans.Add(row);
            }
        }

        return [.. spans.OrderBy(span => span.At).Select(span => new SpanRow(span.Subject, span.Disclosure, span.At, span.EndedAt, span.EndedOp) { Hashes = span.Hashes, Edition = span.Edition })];
    }

    // A span from before views were compared has no matter and stands for itself.
    private sealed record Row(string Subject, long Seq, long Disclosure, string? Matter, string? Shown, long At, long? EndedSeq, long? EndedAt, long? EndedOp, long Edition)
    {
        public IReadOnlyList<string> Earlier { get; init; } = [];

        public IReadOnlyList<string> Hashes => Shown is null || Earlier.Contains(Shown, StringComparer.Ordinal) ? Earlier : [.. Earlier, Shown];

        public bool GoesOnFrom(Row before) => Matter is not null
            && before.EndedSeq == Seq
            && string.Equals(before.Matter, Matter, StringComparison.Ordinal)
            && string.Equals(before.Subject, Subject, StringComparison.Ordinal);
    }
}

/// <summary>What one audience held of an item from one moment to another.</summary>
internal sealed record SpanRow(string Subject, long Disclosure, long At, long? EndedAt, long? EndedOp)
{
    /// <summary>Which bytes: hashes of views, oldest first; none for what ended before they were kept.</summary>
    public IReadOnlyList<string> Hashes { get; init; } = [];

    /// <summary>The version that it showed; 0 where it showed none, or began before versions were kept.</summary>
    public long Edition { get; init; }
}

/// <summary>A span that begins with an entry of a stream.</summary>
internal sealed record BegunSpan(string Item, string Stream, long Seq, long Revision, long Disclosure, ItemView View, long At);
