using System.Collections.Concurrent;
using System.Net;
using ContactGroup.Cli.Import.Records;
using ContactGroup.Client;

namespace ContactGroup.Cli.Import.Notifications;

/// <summary>
/// Takes in a file of notifications. Every one is read and looked over by the server before the first is sent, and while one is at fault none is, unless the person
/// says so. Running it again adds only what is missing: the server knows each record by its id.
/// </summary>
/// <param name="client">The server; null when the file is only read.</param>
/// <param name="channel">Id of the room.</param>
/// <param name="rows">How rows become notifications.</param>
/// <param name="audience">Says whom they reach.</param>
/// <param name="outcome">Takes what became of them.</param>
internal sealed class NotificationImport(ContactGroupClient? client, string channel, INotificationRows rows, ImportAudience audience, ImportOutcome outcome)
{
    /// <summary>Most notifications of a file.</summary>
    public const int Most = 5_000;

    private const int AtOnce = 8;
    private const int AskedAtOnce = 200;
    private const string InPreview = "content.";

    private readonly ConcurrentBag<(int Order, NotificationRow Row, string? Shown, bool IsThere)> good = [];
    private readonly ConcurrentDictionary<RowNote, bool> notes = [];
    private volatile bool isSpoilt;

    /// <summary>What to look at once more, by row; it holds nothing up.</summary>
    public IReadOnlyList<RowNote> Notes => [.. notes.Keys.OrderBy(note => note.Line).ThenBy(note => note.Column, StringComparer.Ordinal)];

    /// <summary>Whether it is known of every row what it belongs to. Otherwise nothing of the file goes, whatever the person says.</summary>
    public bool IsWhole => !isSpoilt && outcome.BrokenOff is null;

    /// <summary>Reads the file and has everything looked over.</summary>
    public async Task ReadAsync(Stream file, string system, CancellationToken cancellationToken)
    {
        var records = await RecordsAsync(file, cancellationToken);
        var read = records.Count == 0 ? [] : rows.Read(records, system);
        var there = await ThereAsync(read, system, cancellationToken);
        await Parallel.ForEachAsync(
            read.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (row, stop) => await LookAsync(row.Index, row.Item, row.Item.Id is { } id && there.Contains(id), stop));
    }

    /// <summary>Counts the good rows as those that would go in, or are there.</summary>
    public void CountOnly()
    {
        foreach (var row in good)
        {
            Count(row.IsThere);
        }
    }

    /// <summary>Sends what is good, a few at a time, about in the order of the file.</summary>
    public Task SendAsync(CancellationToken cancellationToken)
    {
        var run = IdempotencyKey.New().ToString();
        return Parallel.ForEachAsync(
            good.OrderBy(row => row.Order),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (row, stop) => await SendAsync(row.Row, row.Shown, IdempotencyKey.Parse($"imp.{run}.{row.Order}"), stop));
    }

    private async Task<IReadOnlyList<SourceRecord>> RecordsAsync(Stream file, CancellationToken cancellationToken)
    {
        var records = new List<SourceRecord>();
        try
        {
            await foreach (var record in RecordFile.ReadAsync(file, hxl: null, cancellationToken))
            {
                if ((record.Number == 1 ? rows.WrongHeader(record) : rows.Stranger(record)) is { } wrong)
                {
                    throw new UnreadableFileException(record.Number == 1 ? 1 : record.Line, wrong, $"Use the columns of the template: contactgroup {rows.Kind}s template");
                }

                if (record.Unreadable is { } why && rows.AreSeveral)
                {
                    throw new UnreadableFileException(record.Line, why, "Nothing of the file goes in before: the row may belong to any of them.");
                }

                if (records.Count == rows.MostRows)
                {
                    throw new UnreadableFileException(record.Line, $"The file has more than {rows.MostRows} rows.", "Cut it into several.");
                }

                if (!TemplateRow.IsEmpty(record))
                {
                    records.Add(record);
                }
            }
        }
        catch (UnreadableFileException broken)
        {
            outcome.BreakOff(broken.Line, broken.Message, broken.Remedy);
        }

        // The last of several rows may be missing: what would be looked over is not what is meant.
        return outcome.BrokenOff is null || !rows.AreSeveral ? records : [];
    }

    // What was said in time when it was brought may be late by now: what is there is not looked over again.
    private async Task<HashSet<string>> ThereAsync(IReadOnlyList<NotificationRow> read, string system, CancellationToken cancellationToken)
    {
        var there = new HashSet<string>(StringComparer.Ordinal);
        foreach (var ids in client is null ? [] : read.Where(row => row.Row.Report is not null).Select(row => row.Id!).Chunk(AskedAtOnce))
        {
            there.UnionWith(await client!.FindBroughtAsync(channel, rows.Kind, system, ids, cancellationToken));
        }

        return there;
    }

    private async Task LookAsync(int order, NotificationRow row, bool isThere, CancellationToken cancellationToken)
    {
        outcome.CountRead();
        if (row.SpoilsFile)
        {
            isSpoilt = true;
        }

        if (row.Row.Report is not { } notification)
        {
            outcome.Reject(row.Row, row.Row.Problems);
            return;
        }

        if (order >= Most)
        {
            outcome.Reject(row.Row, [new RowProblem(Field: null, Column: null, Value: null, $"A file holds {Most} at most. Cut it into several.")]);
            return;
        }

        if (client is null || isThere)
        {
            good.Add((order, row, Shown: null, isThere));
            return;
        }

        try
        {
            var preview = await client.PreviewAsync(new PreviewDraft(channel, rows.Kind, notification), cancellationToken);
            audience.Show(preview.Views);
            Note(row, (preview.Warnings ?? []).Select(warning => (warning.Field, warning.Text)));
            Note(row, (preview.Findings ?? []).Select(finding => (finding.Field, finding.Sentence ?? finding.Kind)));
            good.Add((order, row, preview.Fingerprint, IsThere: false));
        }
        catch (ContactGroupException refusal) when (ConcernsThisRow(refusal))
        {
            outcome.Reject(row.Row, ProblemsOf(row, refusal));
        }
    }

    private async Task SendAsync(NotificationRow row, string? shown, IdempotencyKey key, CancellationToken cancellationToken)
    {
        try
        {
            var receipt = await rows.SendAsync(client!, channel, row.Row.Report!, shown, key, cancellationToken);
            var warnings = receipt.Warnings ?? [];
            if (receipt.Existing && warnings.Count > 0)
            {
                // Nobody may believe told what the file says and the server does not.
                outcome.Reject(row.Row, [.. warnings.Select(warning => ProblemOf(row, warning.Field, warning.Text))]);
                return;
            }

            Count(receipt.Existing);
            Note(row, warnings.Select(warning => (warning.Field, warning.Text)));
        }
        catch (ContactGroupException refusal) when (ConcernsThisRow(refusal))
        {
            outcome.Reject(row.Row, ProblemsOf(row, refusal));
        }
    }

    private void Note(NotificationRow row, IEnumerable<(string Field, string Text)> all)
    {
        foreach (var (field, text) in all)
        {
            var place = row.Find(FieldOf(field));
            notes[new RowNote(place.Line ?? row.Line, row.Id, place.Column ?? field, text)] = true;
        }
    }

    private static List<RowProblem> ProblemsOf(NotificationRow row, ContactGroupException refusal) => refusal.Errors.Count == 0
        ? [new RowProblem(Field: null, Column: null, Value: null, refusal.Message)]
        : [.. refusal.Errors.Select(error => ProblemOf(row, error.Key, string.Join(' ', error.Value)))];

    private static RowProblem ProblemOf(NotificationRow row, string path, string text)
    {
        var (field, place) = (FieldOf(path), row.Find(FieldOf(path)));
        return new RowProblem(field, place.Column, Value: null, text, place.Line);
    }

    private void Count(bool isThere)
    {
        if (isThere)
        {
            outcome.CountExisting();
        }
        else
        {
            outcome.CountAdded();
        }
    }

    // A preview names fields by where they stand in it.
    private static string FieldOf(string path) => path.StartsWith(InPreview, StringComparison.Ordinal) ? path[InPreview.Length..] : path;

    private static bool ConcernsThisRow(ContactGroupException refusal) =>
        refusal.Status is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity
        || refusal.Code == ErrorCodes.AudienceWidened;
}

/// <summary>Something to look at once more in a row that goes in.</summary>
internal sealed record RowNote(long Line, string? Id, string Column, string Text);
