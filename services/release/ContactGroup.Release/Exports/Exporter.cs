using System.Data.Common;
using System.Runtime.CompilerServices;
using ContactGroup.Contracts.Movements;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Exports;

/// <summary>
/// Selects what of a reader's streams goes into a file, and takes it out a few items at a time. INVARIANT: every few items are looked up again in the turn of the writer
/// that records them, before they leave: what was taken back while a slow line fetches the file, or while the record waited, is not in the rest of it. Whose session ended,
/// or who reads a stream no more of which there is something in the file, gets no rest: the connection breaks, and the file has no end.
/// </summary>
internal sealed class Exporter(ReleaseStore store, Exposures exposures, TimeProvider clock, ILogger<Exporter> log)
{
    /// <summary>Most items of one file.</summary>
    public const int MostItems = 2_000;

    private const int SitesOfAFile = 1;
    private const int SitesOfADay = 5;
    private const int PageOfSelection = 200;
    private const int PageOfWriting = 5;

    /// <summary>What a file would hold.</summary>
    /// <param name="Items">Their ids, in the order of the file.</param>
    /// <param name="Sites">Those of them that are sites.</param>
    /// <param name="Scope">What is known before the first.</param>
    /// <param name="From">The streams that they were read from.</param>
    public sealed record Selection(IReadOnlyList<string> Items, IReadOnlyList<ExportItem> Sites, ExportScope Scope, IReadOnlyList<ReadableStream> From)
    {
        /// <summary>Demands that the reader still reads where it was selected.</summary>
        /// <exception cref="RefusedException">They do not, or not by the same membership.</exception>
        public void Require(IReadOnlyList<ReadableStream> mine)
        {
            var now = mine.Select(stream => (stream.Stream, stream.Epoch)).ToHashSet();
            if (!From.All(stream => now.Contains((stream.Stream, stream.Epoch))))
            {
                throw new RefusedException(ProblemCode.NotFound);
            }
        }
    }

    /// <summary>Who takes a file out.</summary>
    /// <param name="Reader">The person.</param>
    /// <param name="Session">Their session, which may end meanwhile.</param>
    public sealed record Taker(Participant Reader, SessionInForce Session);

    /// <summary>Selects by the filters of the list of items; null when it is more than one file holds.</summary>
    public async Task<Selection?> SelectAsync(
        Participant reader, IExportFormat format, string? channel, ItemFilter filter, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (items, sites) = (new List<string>(), new List<ExportItem>());
        var (marking, needsNotice) = (ExportMarking.None, false);
        var sources = new HashSet<string>(StringComparer.Ordinal);
        var (fits, streams) = await store.Store.ReadAsync(
            async connection =>
            {
                var mine = await Readership.OfAsync(connection, reader.Asks);
                IReadOnlyList<ReadableStream> asked = channel is null
                    ? mine
                    : [.. mine.Where(stream => string.Equals(stream.Channel.Channel, channel, StringComparison.Ordinal))];
                return (await ReadAllAsync(connection, asked, filter with { Kinds = [.. format.Kinds], Limit = PageOfSelection }, now, Take), asked);
            },
            cancellationToken);
        return fits
            ? new Selection(items, sites, new ExportScope(Single: false, filter.Kind, marking, needsNotice, now), [.. streams.Where(stream => sources.Contains(stream.Stream))])
            : null;

        void Take(VisibleItem held)
        {
            if (ExportItem.Read(held) is { MayLeave: true } item && format.CanHold(item))
            {
                items.Add(item.Id);
                sources.Add(held.Stream);
                if (item.Kind == SiteSchema.Schema.Kind)
                {
                    sites.Add(item);
                }

                marking = marking.And(ExportMarking.Of(item));
                needsNotice |= ExportWords.NeedsNotice(item.Kind);
            }
        }
    }

    /// <summary>
    /// Whether one person may take these sites out: one in a file, and few a day, because files one after the other are a list as well. INVARIANT: a site counts
    /// from here on, in the transaction that counted those before, so that files asked for at once are no way around it.
    /// </summary>
    public async Task<bool> MayGoAloneAsync(Participant reader, IExportFormat format, IReadOnlyList<ExportItem> sites, CancellationToken cancellationToken)
    {
        if (sites.Count is 0 or > SitesOfAFile)
        {
            return sites.Count == 0;
        }

        return await store.Store.WriteAsync(
            async scope =>
            {
                var now = clock.GetUtcNow();
                string[] ids = [.. sites.Select(site => site.Id)];
                var before = await ExportRows.AloneAsync(
                    scope.Connection, reader.PersonId, SiteSchema.Schema.Kind, ids, (now - TimeSpan.FromDays(1)).ToMicroseconds());
                if (before + ids.Length > SitesOfADay)
                {
                    return false;
                }

                var who = await ReaderRows.EnsureAsync(scope.Connection, reader.Asks);
                await ExportRows.NoteAsync(scope.Connection, who, format.Name, sites, request: null, now.ToMicroseconds(), times: 0);
                return true;
            },
            cancellationToken);
    }

    /// <summary>One item as the reader holds it; null when they hold none of that id. Not recorded yet.</summary>
    public async Task<ExportItem?> FindAsync(Participant reader, IExportFormat format, string item, CancellationToken cancellationToken) =>
        (await store.Store.ReadAsync(connection => ReadAsync(connection, reader, format, [item]), cancellationToken)).Items is [var found] ? found : null;

    /// <summary>Takes out one item that was found, and writes it.</summary>
    public async Task<IResult> OneAsync(Participant reader, IExportFormat format, string found, CancellationToken cancellationToken)
    {
        if (await store.Store.WriteAsync(scope => TakeAsync(scope, reader, new Piece(format, [found], Selection: null, Request: null)), cancellationToken) is not [var item])
        {
            return Problems.NotFound(); // Taken back while the record waited.
        }

        ReleaseLog.Exported(log, reader.PersonId, format.Name, request: null);
        var scope = new ExportScope(Single: true, item.Kind, ExportMarking.Of(item), ExportWords.NeedsNotice(item.Kind), clock.GetUtcNow());
        return Answer(format, scope, new[] { item }.ToAsyncEnumerable(), cancellationToken);
    }

    /// <summary>Takes out what was selected, and writes it as it comes.</summary>
    public IResult Many(Taker taker, IExportFormat format, Selection selection, string? request, CancellationToken cancellationToken)
    {
        ReleaseLog.Exported(log, taker.Reader.PersonId, format.Name, request);
        return Answer(format, selection.Scope, TakeAsync(taker, format, selection, request, cancellationToken), cancellationToken);
    }

    private static async Task<bool> ReadAllAsync(
        DbConnection connection, IReadOnlyList<ReadableStream> streams, ItemFilter filter, DateTimeOffset now, Action<VisibleItem> take)
    {
        for (; ; )
        {
            var (page, count, _) = await VisibleItems.QueryAsync(connection, streams, filter, now);
            if (count > MostItems)
            {
                return false;
            }

            foreach (var held in page)
            {
                take(held);
            }

            if (page.Count < filter.Limit)
            {
                return true;
            }

            filter = filter with { BeforeTime = page[^1].ReleasedAt, BeforeItem = page[^1].Item };
        }
    }

    private async IAsyncEnumerable<ExportItem> TakeAsync(
        Taker taker, IExportFormat format, Selection selection, string? request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var few in selection.Items.Chunk(PageOfWriting))
        {
            taker.Session.Require();
            var piece = new Piece(format, few, selection, request);
            var items = await store.Store.WriteAsync(scope => TakeAsync(scope, taker.Reader, piece), cancellationToken);
            foreach (var item in items)
            {
                taker.Session.Require();
                yield return item;
            }
        }
    }

    private async Task<IReadOnlyList<ExportItem>> TakeAsync(WriteScope scope, Participant reader, Piece piece)
    {
        var (streams, found) = await ReadAsync(scope.Connection, reader, piece.Format, piece.Ids);
        piece.Selection?.Require(streams);
        var items = found.Where(item => item.MayLeave && piece.Format.CanHold(item)).ToList();
        if (items.Count > 0)
        {
            var at = clock.GetUtcNow().ToMicroseconds();
            var given = new GivenViews(streams, [.. items.Select(item => item.Held)]).OfOthers(opened: piece.Selection is null);
            await exposures.NoteAsync(scope, reader.Asks, given, at);
            await ExportRows.NoteAsync(scope.Connection, await ReaderRows.EnsureAsync(scope.Connection, reader.Asks), piece.Format.Name, items, piece.Request, at);
        }

        return items;
    }

    private async Task<(IReadOnlyList<ReadableStream> Streams, IReadOnlyList<ExportItem> Items)> ReadAsync(
        DbConnection connection, Participant reader, IExportFormat format, IReadOnlyList<string> ids)
    {
        var mine = await Readership.OfAsync(connection, reader.Asks);
        var items = new List<ExportItem>();
        foreach (var id in ids)
        {
            if (await VisibleItems.FindAsync(connection, mine, id, clock.GetUtcNow()) is { } held && ExportItem.Read(held) is { } item)
            {
                items.Add(format.NamesEarlier && held.Revision > 1
                    ? item.After(await ExportRows.EarlierAsync(connection, held.Stream, id, held.Revision))
                    : item);
            }
        }

        return (mine, items);
    }

    private static IResult Answer(IExportFormat format, ExportScope scope, IAsyncEnumerable<ExportItem> items, CancellationToken cancellationToken)
    {
        var file = format.FileOf(scope.Single);
        return TypedResults.Stream(body => WriteAsync(body, format, scope, items, cancellationToken), file.MediaType, file.Name);
    }

    private static async Task WriteAsync(
        Stream target, IExportFormat format, ExportScope scope, IAsyncEnumerable<ExportItem> items, CancellationToken cancellationToken)
    {
        using var buffer = new SendBuffer();
        using var writer = format.Open(buffer, scope);
        writer.Begin();
        await buffer.SendAsync(target, cancellationToken);
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            writer.Add(item);
            await buffer.SendAsync(target, cancellationToken);
        }

        writer.End();
        await buffer.SendAsync(target, cancellationToken);
    }

    /// <summary>A few items of a file, or the one that was asked for by itself: there is no selection then.</summary>
    private sealed record Piece(IExportFormat Format, IReadOnlyList<string> Ids, Selection? Selection, string? Request);
}
