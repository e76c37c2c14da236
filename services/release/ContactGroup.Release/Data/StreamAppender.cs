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
    /// <summary>Makes the readers of a stream hold an item that none of them holds now.</summary>
    /// <param name="item">Id of the item.</param>
    /// <param name="view">The view.</param>
    public Task PutFirstAsync(string item, FirstView view)
    {
        var first = new FirstViews(scope);
        first.Add(item, at, view);
        return first.WriteAsync();
    }

    /// <summary>Makes the stream's readers hold another view.</summary>
    /// <param name="stream">Id of the stream.</param>
    /// <param name="item">Id of the item.</param>
    /// <param name="decided">The view.</param>
    /// <param name="disclosure">What it discloses.</param>
    /// <param name="held">What they hold so far.</param>
    /// <param name="expires">From when on it is shown to nobody, microseconds; null when time does not end it for these readers.</param>
    public async Task ReplaceAsync(string stream, string item, ItemView decided, ulong disclosure, HeldRow held, long? expires)
    {
        var view = await BlobNames.NameAsync(scope.Connection, stream, item, decided);
        var revision = held.Revision + 1;
        var id = (await ViewRows.EnsureAsync(scope.Connection, [view]))[view.Key];
        var changed = await ChangedAsync(held, view);
        var seq = await AppendAsync(stream, EntryOp.Replace, item, revision, id, view.Body, expires, changed);
        await scope.Connection.ExecuteAsync(
            """
            UPDATE held SET view = @id, disclosure = @disclosure, revision = @revision, released_at = @at, seq = @seq, changed = @changed
            WHERE stream = @stream AND item = @item
            """,
            new { stream, item, id, disclosure = (long)disclosure, revision, at, seq, changed });
        await SpanRows.EndAsync(scope.Connection, stream, item, seq, EntryOp.Replace, at);
        await HeldWords.ReplaceAsync(scope.Connection, stream, item, view.Text);
        await ShownViewRows.KeepAsync(scope.Connection, stream, item, held.ViewId);
        await ViewRows.ScrubAsync(scope.Connection, held.ViewId);
        await scope.Connection.InsertAsync([SpanRows.Begun([new BegunSpan(item, stream, seq, revision, (long)disclosure, view, at)])]);
    }

    public async Task RecallAsync(string stream, string item, HeldRow held)
    {
        var seq = await AppendAsync(stream, EntryOp.Recall, item, held.Revision, view: null, body: null, expires: null, changed: null);
        await SpanRows.EndAsync(scope.Connection, stream, item, seq, EntryOp.Recall, at);
        await BlobNames.EndAsync(scope.Connection, stream, item);
        await scope.Connection.ExecuteAsync("DELETE FROM held WHERE stream = @stream AND item = @item", new { stream, item });
        await HeldWords.RemoveAsync(scope.Connection, stream, item);
        await ShownViewRows.KeepAsync(scope.Connection, stream, item, held.ViewId);
        await ViewRows.ScrubAsync(scope.Connection, held.ViewId);
    }

    // The view that is replaced is read here and scrubbed after: nothing but names is kept of it.
    private async Task<string?> ChangedAsync(HeldRow held, ItemView view) =>
        ChangedFields.AreToldOf(view.Kind) && await ViewRows.BodyAsync(scope.Connection, held.ViewId) is { } before
            ? ChangedFields.Between(view.Kind, before, ChangedFields.Read(held.Changed), view.Body)?.Write()
            : null;

    private async Task<long> AppendAsync(
        string stream, EntryOp op, string item, long revision, long? view, byte[]? body, long? expires, string? changed)
    {
        var seq = await scope.Connection.QuerySingleAsync<long>(
            "UPDATE streams SET head = head + 1 WHERE stream = @stream RETURNING head", new { stream });
        await CancelAsync(stream, item);
        var frame = Frames.Entry(stream, new EntryRow(seq, op, item, at, revision, body, expires, changed));
        var outbox = await scope.PublishAsync(stream, Frames.Fact(stream, frame));
        await scope.Connection.ExecuteAsync(
            """
            INSERT INTO entries (stream, seq, op, item, at, revision, view, outbox, changed)
            VALUES (@stream, @seq, @op, @item, @at, @revision, @view, @outbox, @changed)
            """,
            new { stream, seq, op = (int)op, item, at, revision, view, outbox, changed });
        return seq;
    }

    /// <summary>Takes the view out of what the stream said of the item so far, also where it was not relayed yet.</summary>
    private async Task CancelAsync(string stream, string item)
    {
        if (await EntryRows.ShowingAsync(scope.Connection, stream, item) is not var (entry, outbox))
        {
            return;
        }

        await scope.Connection.ExecuteAsync("UPDATE entries SET view = NULL, changed = NULL WHERE stream = @stream AND seq = @Seq", new { stream, entry.Seq });
        if (outbox is { } place)
        {
            await scope.ReviseAsync(place, Frames.Fact(stream, Frames.Entry(stream, entry)));
        }
    }
}
