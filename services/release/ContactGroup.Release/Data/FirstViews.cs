using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Domain;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>
/// Views that appear where nothing was held of their items, of one item or of several that came together: written by as many statements as for one. INVARIANT: where
/// nobody holds an item no earlier entry shows it, since every recall takes the view out of those before it. Whoever reads what is held, or appends to one of these
/// streams, in between writes them first.
/// </summary>
/// <param name="scope">The transaction.</param>
internal sealed class FirstViews(WriteScope scope)
{
    private const int Revision = 1;

    private readonly Dictionary<string, (string Conflict, List<object[]> Rows)> tables = new(StringComparer.Ordinal);
    private readonly List<Waiting> waiting = [];

    /// <summary>Adds a view that the readers of a stream are about to hold; at most one for a stream and an item.</summary>
    /// <param name="item">Id of the item.</param>
    /// <param name="at">When it is shown, microseconds.</param>
    /// <param name="view">The view.</param>
    public void Add(string item, long at, FirstView view) => waiting.Add(new Waiting(item, at, view));

    /// <summary>Adds a row that belongs to it.</summary>
    /// <param name="into">Table and columns; a constant of the program.</param>
    /// <param name="row">A value for each column.</param>
    /// <param name="conflict">What to do when it is there already; a constant of the program.</param>
    public void Add(string into, object[] row, string conflict)
    {
        if (!tables.TryGetValue(into, out var table))
        {
            tables[into] = table = (conflict, []);
        }

        table.Rows.Add(row);
    }

    /// <summary>Writes what was added and forgets it.</summary>
    public async Task WriteAsync()
    {
        if (tables.Count + waiting.Count == 0)
        {
            return;
        }

        var rows = tables.Select(table => new NewRows(table.Key, table.Value.Rows, table.Value.Conflict)).ToList();
        var shown = await NumberedAsync(await StoredAsync());
        tables.Clear();
        waiting.Clear();
        if (shown.Count > 0)
        {
            rows.AddRange(RowsOf(shown, await scope.PublishAsync([.. shown.Select(one => (one.Stream, one.Fact()))])));
        }

        await scope.Connection.InsertAsync(rows);
        await HeldWords.AddAsync(scope.Connection, [.. shown.Select(one => new WordsOfView { Stream = one.Stream, Item = one.Item, Text = one.View.Text })]);
    }

    private static IEnumerable<NewRows> RowsOf(List<Shown> shown, IReadOnlyList<long> outbox) =>
    [
        new NewRows(
            "entries (stream, seq, op, item, at, revision, view, outbox)",
            [.. shown.Select((one, index) => (object[])[one.Stream, one.Seq, (int)EntryOp.Put, one.Item, one.At, Revision, one.Id, outbox[index]])]),
        new NewRows(
            "held (stream, item, view, disclosure, revision, released_at, seq)",
            [.. shown.Select(one => (object[])[one.Stream, one.Item, one.Id, one.Disclosure, Revision, one.At, one.Seq])]),
        SpanRows.Begun(shown.Select(one => new BegunSpan(one.Item, one.Stream, one.Seq, Revision, one.Disclosure, one.View, one.At))),
    ];

    // Each distinct view once, however many streams get it.
    private async Task<List<Shown>> StoredAsync()
    {
        var shown = new List<Shown>(waiting.Count);
        foreach (var (item, at, first) in waiting)
        {
            var view = first.View.Files.Count == 0 ? first.View : await BlobNames.NameAsync(scope.Connection, first.Stream, item, first.View);
            shown.Add(new Shown(item, at, first.Stream, view, (long)first.Disclosure, first.Expires));
        }

        var ids = await ViewRows.EnsureAsync(scope.Connection, [.. shown.Select(one => one.View).DistinctBy(view => view.Key, StringComparer.Ordinal)]);
        return shown.ConvertAll(one => one with { Id = ids[one.View.Key] });
    }

    // In the order in which they were added.
    private async Task<List<Shown>> NumberedAsync(List<Shown> shown)
    {
        var next = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var alike in shown.CountBy(one => one.Stream, StringComparer.Ordinal).GroupBy(stream => stream.Value, stream => stream.Key))
        {
            var heads = await scope.Connection.QueryAsync<(string Stream, long Head)>(
                "UPDATE streams SET head = head + @more WHERE stream IN @streams RETURNING stream, head", new { more = alike.Key, streams = alike });
            foreach (var (stream, head) in heads)
            {
                next[stream] = head - alike.Key + 1;
            }
        }

        return shown.ConvertAll(one => one with { Seq = next[one.Stream]++ });
    }

    private sealed record Waiting(string Item, long At, FirstView View);

    private sealed record Shown(string Item, long At, string Stream, ItemView View, long Disclosure, long? Expires)
    {
        public long Id { get; init; }

        public long Seq { get; init; }

        public Released Fact() => Frames.Fact(Stream, Frames.Entry(Stream, new EntryRow(Seq, EntryOp.Put, Item, At, Revision, View.Body, Expires)));
    }
}

/// <summary>A view that the readers of a stream are about to hold, where they hold nothing of the item.</summary>
/// <param name="Stream">Id of the stream.</param>
/// <param name="View">The view.</param>
/// <param name="Disclosure">What it discloses.</param>
/// <param name="Expires">From when on it is shown to nobody, microseconds; null when time does not end it for these readers.</param>
internal sealed record FirstView(string Stream, ItemView View, ulong Disclosure, long? Expires);
