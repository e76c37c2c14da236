using System.Collections.Concurrent;

namespace ContactGroup.Cli.Import;

/// <summary>How an import went. Counts are exact; rejected rows are kept up to a bound.</summary>
internal sealed class ImportOutcome
{
    private const int KeptRows = 10_000;

    private readonly ConcurrentQueue<RejectedRow> rejected = new();
    private int read;
    private int added;
    private int existing;
    private int rejectedCount;

    public int Read => read;

    /// <summary>New reports; in a dry run, records that would go in.</summary>
    public int Added => added;

    public int Existing => existing;

    public int Rejected => rejectedCount;

    /// <summary>Where the file could not be read further; null when it was read to its end.</summary>
    public RejectedRow? BrokenOff { get; private set; }

    public IEnumerable<RejectedRow> Rows => rejected.OrderBy(r => r.Line).ThenBy(r => r.Record);

    public ExitCode Exit => (Rejected > 0 || BrokenOff is not null, Added + Existing > 0) switch
    {
        (false, _) => ExitCode.Ok,
        (true, true) => ExitCode.PartlyImported,
        (true, false) => ExitCode.Refused,
    };

    public void CountRead() => Interlocked.Increment(ref read);

    public void CountAdded() => Interlocked.Increment(ref added);

    public void CountExisting() => Interlocked.Increment(ref existing);

    public void Reject(MappedRow row, IReadOnlyList<RowProblem> problems)
    {
        if (Interlocked.Increment(ref rejectedCount) <= KeptRows)
        {
            rejected.Enqueue(new RejectedRow(row.Record.Line, row.Record.Number, row.Id, problems));
        }
    }

    public void BreakOff(long line, string sentence, string remedy) =>
        BrokenOff = new RejectedRow(line, Record: null, Id: null, [new RowProblem(Field: null, Column: null, Value: null, $"{sentence} {remedy}")]);
}

/// <summary>A record that did not go in.</summary>
internal sealed record RejectedRow(long Line, int? Record, string? Id, IReadOnlyList<RowProblem> Problems);
