using System.Net;
using System.Threading.Channels;
using ContactGroup.Cli.Commands;
using ContactGroup.Cli.Import.Records;
using ContactGroup.Client;

namespace ContactGroup.Cli.Import;

/// <summary>
/// Reads, maps and reports the records of a file, several at a time. A row that is refused does not stop the others; a refusal that concerns every row
/// (not signed in, channel closed, server away for good) stops the import, which can be run again and adds only what is missing.
/// </summary>
internal sealed class Importer(Mapping mapping, string? system, ImportOutcome outcome)
{
    private const string InPreview = "content.";

    private readonly HxlTags hxl = new();
    private readonly Repeats repeats = new();

    /// <summary>Takes in one report; null in a dry run.</summary>
    public required Func<System.Text.Json.Nodes.JsonObject, IdempotencyKey, CancellationToken, Task<Receipt>>? Send { get; init; }

    public required int Concurrency { get; init; }

    public async Task RunAsync(Stream file, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var mapper = new RowMapper(mapping, hxl);
        var rows = Channel.CreateBounded<(MappedRow Row, IdempotencyKey Key)>(new BoundedChannelOptions(Concurrency * 4) { SingleWriter = true });
        var senders = Enumerable.Range(0, Concurrency).Select(_ => SendAllAsync(rows.Reader, mapper, stop)).ToArray();
        try
        {
            await ReadAllAsync(file, mapper, rows.Writer, stop.Token);
        }
        catch (UnreadableFileException broken)
        {
            outcome.BreakOff(broken.Line, broken.Message, broken.Remedy);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // A sender has met a refusal that concerns every row; it is thrown below.
        }
        finally
        {
            rows.Writer.TryComplete();
        }

        var refusal = (await Task.WhenAll(senders)).FirstOrDefault(r => r is not null);
        if (refusal is not null)
        {
            throw refusal;
        }
    }

    private async Task ReadAllAsync(
        Stream file, RowMapper mapper, ChannelWriter<(MappedRow Row, IdempotencyKey Key)> rows, CancellationToken cancellationToken)
    {
        ReportIdentity? identity = null;
        await foreach (var record in RecordFile.ReadAsync(file, hxl, cancellationToken))
        {
            identity ??= Begin(mapper, record);
            outcome.CountRead();
            var row = mapper.Map(record);
            if (row.Report is not { } report)
            {
                outcome.Reject(row, row.Problems);
                continue;
            }

            var reference = identity.Sign(report, row.Id);
            if (repeats.Check(reference.Id, report, record.Line) is { } repeated)
            {
                outcome.Reject(row, [repeated]);
                continue;
            }

            await rows.WriteAsync((row, identity.KeyOf(report)), cancellationToken);
        }
    }

    private ReportIdentity Begin(RowMapper mapper, SourceRecord first)
    {
        if (mapping.Columns is "hxl" && !hxl.Found)
        {
            throw new UnreadableFileException(first.Line, "There is no row of HXL tags under the header.", "Choose another --mapping, or tag the columns.");
        }

        var lacking = first.Unreadable is null ? mapper.Lacking(first).Distinct(StringComparer.Ordinal).ToArray() : [];
        return lacking.Length == 0
            ? new ReportIdentity(system ?? mapping.System ?? "hxl:" + hxl.Layout)
            : throw new UnreadableFileException(
                1, $"The file has no column {string.Join(", ", lacking.Select(c => $"'{c}'"))}.", $"Is '{mapping.Name}' the right --mapping for it?");
    }

    /// <summary>Sends rows until there are no more. Gives a refusal that concerns every row, after stopping the others.</summary>
    private async Task<ContactGroupException?> SendAllAsync(
        ChannelReader<(MappedRow Row, IdempotencyKey Key)> rows, RowMapper mapper, CancellationTokenSource stop)
    {
        try
        {
            await foreach (var (row, key) in rows.ReadAllAsync(stop.Token))
            {
                await SendAsync(row, key, mapper, stop.Token);
            }
        }
        catch (ContactGroupException refusal)
        {
            await stop.CancelAsync();
            return refusal;
        }
        catch (OperationCanceledException)
        {
            // Somebody else says why.
        }

        return null;
    }

    private async Task SendAsync(MappedRow row, IdempotencyKey key, RowMapper mapper, CancellationToken cancellationToken)
    {
        if (Send is null)
        {
            outcome.CountAdded();
            return;
        }

        try
        {
            var receipt = await Send(row.Report!, key, cancellationToken);
            if (receipt.Existing)
            {
                outcome.CountExisting();
            }
            else
            {
                outcome.CountAdded();
            }
        }
        catch (ContactGroupException refusal) when (ConcernsThisRow(refusal))
        {
            outcome.Reject(row, refusal.Errors.Count == 0
                ? [new RowProblem(Field: null, Column: null, Value: null, SentenceOf(refusal))]
                : [.. refusal.Errors.Select(e => ProblemOf(FieldOf(e.Key), e.Value, mapper))]);
        }
    }

    private static RowProblem ProblemOf(string field, string[] remedies, RowMapper mapper) =>
        new(field, mapper.ColumnOf(field), Value: null, string.Join(' ', remedies));

    // A preview names fields by where they stand in it.
    private static string FieldOf(string path) => path.StartsWith(InPreview, StringComparison.Ordinal) ? path[InPreview.Length..] : path;

    private static string SentenceOf(ContactGroupException refusal) => refusal.Audience is { } now
        ? $"The audience widened at this moment: {string.Join(' ', now.Views.Where(ReachedAudience.IsReached).Select(ReachedAudience.Line))} Import it again to send it to them."
        : refusal.Message;

    private static bool ConcernsThisRow(ContactGroupException refusal) =>
        refusal.Status is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity
        || refusal.Code == ErrorCodes.AudienceWidened;
}
