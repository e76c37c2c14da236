using System.Runtime.CompilerServices;
using System.Text.Unicode;
using CsvHelper;

namespace ContactGroup.Cli.Import.Records;

/// <summary>Records of a CSV file with a header row, and perhaps a row of HXL tags under it. The separator is found from the first lines.</summary>
internal static class CsvRecords
{
    private const int RecordLimit = 1_000_000;

    public static async IAsyncEnumerable<SourceRecord> ReadAsync(
        Stream file, HxlTags? hxl, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CsvMalformedRecord? malformed = null;
        var options = new CsvReaderOptions { TrackLineNumbers = true, MaxRecordSize = RecordLimit, OnMalformedRecord = found => malformed = found };
        await using var csv = CsvReader.Create(file, options, leaveOpen: true);
        var columns = await HeaderAsync(csv, cancellationToken);
        var number = 0;
        while (await ReadAsync(csv, cancellationToken))
        {
            var broken = Broken(csv, columns, malformed);
            malformed = null;
            var row = broken is null ? csv.Current.ToArray() : [];
            if (number == 0 && HxlTags.IsTagRow(row))
            {
                hxl?.Read(columns, row);
                continue;
            }

            yield return new SourceRecord(csv.LineNumber, ++number, Cells(columns, row), broken);
        }
    }

    private static Dictionary<string, string?> Cells(string[] columns, string[] row)
    {
        var cells = new Dictionary<string, string?>(columns.Length, StringComparer.Ordinal);
        for (var at = 0; at < columns.Length; at++)
        {
            cells[columns[at]] = at < row.Length ? row[at] : null;
        }

        return cells;
    }

    private static string? Broken(CsvReader csv, string[] columns, CsvMalformedRecord? malformed)
    {
        if (!Utf8.IsValid(csv.RawRecord))
        {
            return "The row is not UTF-8. Save the file as UTF-8.";
        }

        if (malformed is not null)
        {
            return malformed.Value.Reason is CsvMalformedReason.UnterminatedQuote
                ? "A quote is opened and never closed. Close it."
                : "A quote stands where none may be. Put the whole cell in quotes and double the quotes inside.";
        }

        for (var at = columns.Length; at < csv.FieldCount; at++)
        {
            if (!csv.IsEmpty(at))
            {
                return $"The row has {csv.FieldCount} cells, the header {columns.Length}. Put quotes around a cell that holds a separator.";
            }
        }

        return null;
    }

    private static async Task<string[]> HeaderAsync(CsvReader csv, CancellationToken cancellationToken)
    {
        try
        {
            await csv.ReadHeaderAsync(cancellationToken);
        }
        catch (CsvFormatException broken)
        {
            throw Unreadable(broken);
        }

        var columns = csv.Headers.ToArray().Select(c => c.Trim()).ToArray();
        if (columns.All(string.IsNullOrEmpty))
        {
            throw new UnreadableFileException(1, "The file is empty.", "Give a CSV file with a header row, or a JSON array.");
        }

        var twice = columns.Where(c => c.Length > 0).GroupBy(c => c, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1);
        return twice is null
            ? columns
            : throw new UnreadableFileException(1, $"The column '{twice.Key}' is there twice.", "Give every column a name of its own.");
    }

    private static async Task<bool> ReadAsync(CsvReader csv, CancellationToken cancellationToken)
    {
        try
        {
            return await csv.ReadAsync(cancellationToken);
        }
        catch (CsvFormatException broken)
        {
            throw Unreadable(broken);
        }
    }

    private static UnreadableFileException Unreadable(CsvFormatException broken) => new(
        broken.LineNumber, "The row cannot be read: " + broken.Message.Split('\n')[0].TrimEnd('.') + ".", "Look for a quote that is not closed.");
}
