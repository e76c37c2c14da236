using System.Net;
using ContactGroup.Cli.Import.Records;
using ContactGroup.Client;

namespace ContactGroup.Cli.Import.Sites;

/// <summary>
/// Takes in a register of sites. Every row is read and looked over by the server before the first one is sent, and while one is at fault none is, unless the person
/// says so. Running it again adds only what is missing: the server knows each record by its id.
/// </summary>
/// <param name="client">The server; null when the file is only read.</param>
/// <param name="channel">Id of the room.</param>
/// <param name="audience">Says whom it reaches.</param>
/// <param name="outcome">Takes what became of the rows.</param>
internal sealed class SiteImport(ContactGroupClient? client, string channel, ImportAudience audience, ImportOutcome outcome)
{
    private const int Most = 5_000;
    private const string InPreview = "content.";
    private readonly List<(MappedRow Row, string? Shown)> good = [];

    /// <summary>What to look at once more, by row; it holds nothing up.</summary>
    public List<RowNote> Notes { get; } = [];

    /// <summary>Reads the file and has every row looked over.</summary>
    public async Task ReadAsync(Stream file, SiteRows rows, string system, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var record in RecordFile.ReadAsync(file, hxl: null, cancellationToken))
            {
                if (record.Number == 1 && SiteRows.WrongHeader(record) is { } wrong)
                {
                    throw new UnreadableFileException(1, wrong, "Use the columns of the template, see docs/guides/templates/sites.csv.");
                }

                if (record.Number > Most)
                {
                    throw new UnreadableFileException(record.Line, $"The file has more than {Most} sites.", "Cut it into several.");
                }

                outcome.CountRead();
                await LookAsync(rows.Map(record, system), cancellationToken);
            }
        }
        catch (UnreadableFileException broken)
        {
            outcome.BreakOff(broken.Line, broken.Message, broken.Remedy);
        }
    }

    /// <summary>Counts the good rows as those that would go in.</summary>
    public void CountOnly() => good.ForEach(_ => outcome.CountAdded());

    /// <summary>Sends the good rows, in the order of the file.</summary>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        var run = IdempotencyKey.New().ToString();
        foreach (var (row, shown) in good)
        {
            await SendAsync(row, shown, IdempotencyKey.Parse($"imp.{run}.{row.Record.Number}"), cancellationToken);
        }
    }

    private async Task LookAsync(MappedRow row, CancellationToken cancellationToken)
    {
        if (row.Report is not { } site)
        {
            outcome.Reject(row, row.Problems);
            return;
        }

        if (client is null)
        {
            good.Add((row, Shown: null));
            return;
        }

        try
        {
            var preview = await client.PreviewAsync(new PreviewDraft(channel, "site", site), cancellationToken);
            audience.Show(preview.Views);
            Notes.AddRange((preview.Warnings ?? []).Select(warning => NoteOf(row, warning.Field, warning.Text)));
            Notes.AddRange((preview.Findings ?? []).Select(finding => NoteOf(row, finding.Field, finding.Sentence ?? finding.Kind)));
            good.Add((row, preview.Fingerprint));
        }
        catch (ContactGroupException refusal) when (ConcernsThisRow(refusal))
        {
            outcome.Reject(row, ProblemsOf(refusal));
        }
    }

    private async Task SendAsync(MappedRow row, string? shown, IdempotencyKey key, CancellationToken cancellationToken)
    {
        try
        {
            var receipt = await client!.NotifySiteAsync(channel, row.Report!, shown, key, cancellationToken);
            if (receipt.Existing)
            {
                outcome.CountExisting();
                Notes.AddRange((receipt.Warnings ?? []).Select(warning => NoteOf(row, warning.Field, warning.Text)));
                return;
            }

            outcome.CountAdded();
            Notes.AddRange((receipt.Warnings ?? []).Select(warning => NoteOf(row, warning.Field, warning.Text)).Except(Notes));
        }
        catch (ContactGroupException refusal) when (ConcernsThisRow(refusal))
        {
            outcome.Reject(row, ProblemsOf(refusal));
        }
    }

    private static RowNote NoteOf(MappedRow row, string field, string text) => new(row.Record.Line, row.Id, SiteRows.ColumnOf(field) ?? field, text);

    private static List<RowProblem> ProblemsOf(ContactGroupException refusal) => refusal.Errors.Count == 0
        ? [new RowProblem(Field: null, Column: null, Value: null, refusal.Message)]
        : [.. refusal.Errors.Select(error => (Field: FieldOf(error.Key), error.Value))
            .Select(error => new RowProblem(error.Field, SiteRows.ColumnOf(error.Field), Value: null, string.Join(' ', error.Value)))];

    // A preview names fields by where they stand in it.
    private static string FieldOf(string path) => path.StartsWith(InPreview, StringComparison.Ordinal) ? path[InPreview.Length..] : path;

    private static bool ConcernsThisRow(ContactGroupException refusal) =>
        refusal.Status is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity
        || refusal.Code == ErrorCodes.AudienceWidened;
}

/// <summary>Something to look at once more in a row that goes in.</summary>
internal sealed record RowNote(long Line, string? Id, string Column, string Text);
