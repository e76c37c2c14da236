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
    /// <summary>
    /// Makes the readers of several streams hold an item that none of them holds now, by as many statements as for one stream. INVARIANT: where nobody holds
    /// an item no earlier entry shows it, since every recall takes the view out of those before it.
    /// </summary>
    /// <param name="item">Id of the item.</param>
    /// <param name="views">At most one for a stream.</param>
    public async Task PutFirstAsync(string item, IReadOnlyList<FirstView> views)
    {
        if (views.Count == 0)
        {
            return;
        }

        const int Revision = 1;
        var shown = await StoreAsync(item, views);
        var heads = (await scope.Connection.QueryAsync<(string Stream, long Head)>(
                "UPDATE streams SET head = head + 1 WHERE stream IN @streams RETURNING stream, head", new { streams = views.Select(view => view.Stream) }))
            .ToDictionary(row => row.Stream, row => row.Head, StringComparer.Ordinal);
        var outbox = await scope.PublishAsync([.. shown.Select(one => (
            one.First.Stream,
            Fact(one.First.Stream, Frames.Entry(
                one.First.Stream, new EntryRow(heads[one.First.Stream], EntryOp.Put, item, at, Revision, one.View.Body, one.First.Expires)))))]);
        await scope.Connection.InsertAsync(
            "entries (stream, seq, op, item, at, revision, view, outbox)",
            shown.Select((one, index) =>
                (object[])[one.First.Stream, heads[one.First.Stream], (int)EntryOp.Put, item, at, Revision, one.Id, outbox[index]]));
        await scope.Connection.InsertAsync(
            "held (stream, item, view, disclosure, revision, released_at, seq)",
            shown.Select(one => (object[])[one.First.Stream, item, one.Id, (long)one.First.Disclosure, Revision, at, heads[one.First.Stream]]));
        await HeldWords.AddAsync(scope.Connection, item, [.. shown.Select(one => (one.First.Stream, one.View.Text))]);
        await SpanRows.BeginAsync(
            scope.Connection, item, at, shown.Select(one => new BegunSpan(one.First.Stream, heads[one.First.Stream], Revision, (long)one.First.Disclosure, one.View)));
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
        var id = await ViewRows.EnsureAsync(scope.Connection, view);
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
        await SpanRows.BeginAsync(scope.Connection, item, at, [new BegunSpan(stream, seq, revision, (long)disclosure, view)]);
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

    // Each distinct view once, however many streams get it.
    private async Task<List<(FirstView First, ItemView View, long Id)>> StoreAsync(string item, IReadOnlyList<FirstView> views)
    {
        var ids = new Dictionary<string, long>(StringComparer.Ordinal);
        var shown = new List<(FirstView, ItemView, long)>(views.Count);
        foreach (var first in views)
        {
            var view = first.View.Files.Count == 0 ? first.View : await BlobNames.NameAsync(scope.Connection, first.Stream, item, first.View);
            if (!ids.TryGetValue(view.Key, out var id))
            {
                ids[view.Key] = id = await ViewRows.EnsureAsync(scope.Connection, view);
            }

            shown.Add((first, view, id));
        }

        return shown;
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
        var outbox = await scope.PublishAsync(stream, Fact(stream, frame));
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
        foreach (var (entry, outbox) in await EntryRows.ShowingAsync(scope.Connection, stream, item))
        {
            await scope.Connection.ExecuteAsync("UPDATE entries SET view = NULL, changed = NULL WHERE stream = @stream AND seq = @Seq", new { stream, entry.Seq });
            if (outbox is { } place)
            {
                await scope.ReviseAsync(place, Fact(stream, Frames.Entry(stream, entry)));
            }
        }
    }

    private static Released Fact(string stream, EntryFrame frame) =>
        new(stream, frame.Seq - 1, frame.Seq, frame.Frame, frame.Item, frame.Bare, frame.Overtakes, frame.Expires);
}

/// <summary>A view that the readers of a stream are about to hold, where they hold nothing of the item.</summary>
/// <param name="Stream">Id of the stream.</param>
/// <param name="View">The view.</param>
/// <param name="Disclosure">What it discloses.</param>
/// <param name="Expires">From when on it is shown to nobody, microseconds; null when time does not end it for these readers.</param>
internal sealed record FirstView(string Stream, ItemView View, ulong Disclosure, long? Expires);
