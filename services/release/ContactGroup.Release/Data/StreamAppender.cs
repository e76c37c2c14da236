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
    /// <summary>Makes the stream's readers hold a view.</summary>
    /// <param name="stream">Id of the stream.</param>
    /// <param name="item">Id of the item.</param>
    /// <param name="decided">The view.</param>
    /// <param name="disclosure">What it discloses.</param>
    /// <param name="held">What they hold so far.</param>
    /// <param name="expires">From when on it is shown to nobody, microseconds; null when time does not end it for these readers.</param>
    public async Task PutAsync(string stream, string item, ItemView decided, ulong disclosure, HeldRow? held, long? expires)
    {
        var view = held is null && decided.Files.Count == 0 ? decided : await BlobNames.NameAsync(scope.Connection, stream, item, decided);
        var revision = (held?.Revision ?? 0) + 1;
        var id = await ViewRows.EnsureAsync(scope.Connection, view);
        var seq = await AppendAsync(stream, held is null ? EntryOp.Put : EntryOp.Replace, item, revision, id, view.Body, expires);
        await scope.Connection.ExecuteAsync(
            """
            INSERT INTO held (stream, item, view, disclosure, revision, released_at, seq) VALUES (@stream, @item, @id, @disclosure, @revision, @at, @seq)
            ON CONFLICT (stream, item) DO UPDATE SET view = excluded.view, disclosure = excluded.disclosure, revision = excluded.revision,
                released_at = excluded.released_at, seq = excluded.seq
            """,
            new { stream, item, id, disclosure = (long)disclosure, revision, at, seq });
        if (held is not null)
        {
            await SpanRows.EndAsync(scope.Connection, stream, item, seq, EntryOp.Replace, at);
            await ViewRows.ScrubAsync(scope.Connection, held.ViewId);
        }

        await SpanRows.BeginAsync(scope.Connection, stream, item, seq, (long)disclosure, decided.Matter, at);
    }

    public async Task RecallAsync(string stream, string item, HeldRow held)
    {
        var seq = await AppendAsync(stream, EntryOp.Recall, item, held.Revision, view: null, body: null, expires: null);
        await SpanRows.EndAsync(scope.Connection, stream, item, seq, EntryOp.Recall, at);
        await BlobNames.EndAsync(scope.Connection, stream, item);
        await scope.Connection.ExecuteAsync("DELETE FROM held WHERE stream = @stream AND item = @item", new { stream, item });
        await ViewRows.ScrubAsync(scope.Connection, held.ViewId);
    }

    private async Task<long> AppendAsync(string stream, EntryOp op, string item, long revision, long? view, byte[]? body, long? expires)
    {
        var seq = await scope.Connection.QuerySingleAsync<long>(
            "UPDATE streams SET head = head + 1 WHERE stream = @stream RETURNING head", new { stream });
        await CancelAsync(stream, item);
        var frame = Frames.Entry(stream, new EntryRow(seq, op, item, at, revision, body, expires));
        var outbox = await scope.PublishAsync(stream, Fact(stream, frame));
        await scope.Connection.ExecuteAsync(
            """
            INSERT INTO entries (stream, seq, op, item, at, revision, view, outbox) VALUES (@stream, @seq, @op, @item, @at, @revision, @view, @outbox)
            """,
            new { stream, seq, op = (int)op, item, at, revision, view, outbox });
        return seq;
    }

    /// <summary>Takes the view out of what the stream said of the item so far, also where it was not relayed yet.</summary>
    private async Task CancelAsync(string stream, string item)
    {
        foreach (var (entry, outbox) in await EntryRows.ShowingAsync(scope.Connection, stream, item))
        {
            await scope.Connection.ExecuteAsync("UPDATE entries SET view = NULL WHERE stream = @stream AND seq = @Seq", new { stream, entry.Seq });
            if (outbox is { } place)
            {
                await scope.ReviseAsync(place, Fact(stream, Frames.Entry(stream, entry)));
            }
        }
    }

    private static Released Fact(string stream, EntryFrame frame) =>
        new(stream, frame.Seq - 1, frame.Seq, frame.Frame, frame.Item, frame.Bare, frame.Overtakes, frame.Expires);
}
