using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Domain;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>
/// Appends to streams. The sequence is taken from the head row inside the transaction, so the order of commits is the order of sequences and there is
/// never a gap. Entries of the same item that came before lose their view: a reader who catches up never gets what was replaced or recalled.
/// </summary>
internal sealed class StreamAppender(WriteScope scope, long at)
{
    public async Task PutAsync(string stream, string item, ItemView view, ulong disclosure, HeldRow? held)
    {
        var revision = (held?.Revision ?? 0) + 1;
        var id = await ViewRows.EnsureAsync(scope.Connection, view);
        var seq = await AppendAsync(stream, held is null ? EntryOp.Put : EntryOp.Replace, item, revision, id, view.Body);
        await scope.Connection.ExecuteAsync(
            """
            INSERT INTO held (stream, item, view, disclosure, revision, released_at, seq) VALUES (@stream, @item, @id, @disclosure, @revision, @at, @seq)
            ON CONFLICT (stream, item) DO UPDATE SET view = excluded.view, disclosure = excluded.disclosure, revision = excluded.revision,
                released_at = excluded.released_at, seq = excluded.seq
            """,
            new { stream, item, id, disclosure = (long)disclosure, revision, at, seq });
        if (held is not null)
        {
            await ViewRows.ScrubAsync(scope.Connection, held.ViewId);
        }
    }

    public async Task RecallAsync(string stream, string item, HeldRow held)
    {
        await AppendAsync(stream, EntryOp.Recall, item, held.Revision, view: null, body: null);
        await scope.Connection.ExecuteAsync("DELETE FROM held WHERE stream = @stream AND item = @item", new { stream, item });
        await ViewRows.ScrubAsync(scope.Connection, held.ViewId);
    }

    private async Task<long> AppendAsync(string stream, EntryOp op, string item, long revision, long? view, byte[]? body)
    {
        var seq = await scope.Connection.QuerySingleAsync<long>(
            "UPDATE streams SET head = head + 1 WHERE stream = @stream RETURNING head", new { stream });
        await scope.Connection.ExecuteAsync(
            "UPDATE entries SET view = NULL WHERE stream = @stream AND item = @item AND view IS NOT NULL", new { stream, item });
        await scope.Connection.ExecuteAsync(
            "INSERT INTO entries (stream, seq, op, item, at, revision, view) VALUES (@stream, @seq, @op, @item, @at, @revision, @view)",
            new { stream, seq, op = (int)op, item, at, revision, view });
        await scope.PublishAsync(stream, new Released(stream, seq - 1, seq, Frames.Entry(stream, seq, op, item, at, revision, body)));
        return seq;
    }
}
