using CsvHelper;

namespace ContactGroup.Release.Exports;

/// <summary>CSV with a row of HXL hashtags under the headers; one kind in a file.</summary>
internal sealed class HxlFormat : IExportFormat
{
    public string Name => "hxl";

    public IReadOnlyCollection<string> Kinds => HxlColumns.Kinds;

    public bool IsOfOneKind => true;

    public ExportFile FileOf(bool single) => new("text/csv; charset=utf-8", "contactgroup-hxl.csv");

    public IExportWriter Open(Stream buffer, ExportScope scope) => new Writer(buffer, scope);

    private sealed class Writer(Stream buffer, ExportScope scope) : IExportWriter
    {
        private readonly IReadOnlyList<HxlColumn> columns = HxlColumns.Of(scope.Kind!);
        // With a byte order mark, or a spreadsheet on Windows takes Arabic for something else.
        private readonly CsvWriter csv = CsvWriter.Create(
            buffer, new CsvWriterOptions { Quoting = CsvQuoting.Always, WriteByteOrderMark = true }, leaveOpen: true);

        public void Begin()
        {
            Row(columns.Select(column => column.Header));
            Row(columns.Select(column => column.Tag));
        }

        public void Add(ExportItem item) => Row(columns.Select(column => column.Cell(item) is { } cell
            ? column.IsNumber ? cell : SpreadsheetText.Of(cell)
            : string.Empty));

        public void End()
        {
            // A table has no end.
        }

        public void Dispose() => csv.Dispose();

        private void Row(IEnumerable<string> cells)
        {
            foreach (var cell in cells)
            {
                csv.WriteField(cell);
            }

            csv.EndRecord();
            csv.Flush();
        }
    }
}
