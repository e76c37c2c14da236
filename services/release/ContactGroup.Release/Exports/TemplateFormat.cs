using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Movements;
using ContactGroup.Contracts.Movements.Templates;
using CsvHelper;

namespace ContactGroup.Release.Exports;

/// <summary>
/// What the reader's own organisation notified, as the table that notifications are imported from. INVARIANT: of the own organisation alone; what others notified does
/// not become a register. Only what is in force: what is over would be notified anew where the table is read.
/// </summary>
internal sealed class TemplateFormat : IExportFormat
{
    private static readonly Dictionary<string, Table> Tables = new(StringComparer.Ordinal)
    {
        [MovementSchema.Schema.Kind] = new(MovementTemplate.Header, MovementTemplate.RowsOf, ["NOTIFIED", "POSTPONED", "UNDERWAY"]),
        [SiteSchema.Schema.Kind] = new(SiteTemplate.Header, SiteTemplate.RowsOf, ["NOTIFIED", "REVALIDATION_DUE", "STALE"]),
    };

    public string Name => "template";

    public IReadOnlyCollection<string> Kinds => Tables.Keys;

    public bool IsOfOneKind => true;

    public bool CanHold(ExportItem item) =>
        item.IsOwn && item.Status == ItemStatus.Current && Tables.TryGetValue(item.Kind, out var table) && table.InForce.Contains(item.TextOf("state"), StringComparer.Ordinal);

    public ExportFile FileOf(bool single) => new("text/csv; charset=utf-8", "contactgroup-template.csv");

    public IExportWriter Open(Stream buffer, ExportScope scope) => new Writer(buffer, Tables[scope.Kind!]);

    private sealed record Table(IReadOnlyList<string> Header, Func<string, JsonObject, string, IEnumerable<IReadOnlyList<string>>> RowsOf, string[] InForce);

    private sealed class Writer(Stream buffer, Table table) : IExportWriter
    {
        private readonly CsvWriter csv = CsvWriter.Create(
            buffer, new CsvWriterOptions { Quoting = CsvQuoting.Always, WriteByteOrderMark = true }, leaveOpen: true);

        public void Begin() => Row(table.Header);

        public void Add(ExportItem item)
        {
            foreach (var row in table.RowsOf(item.Reference, item.Fields, $"{ExportMarking.Of(item)} · {ExportWords.Notice.English} · {ExportWords.Notice.Arabic}"))
            {
                Row(row);
            }
        }

        public void End()
        {
            // A table has no end.
        }

        public void Dispose() => csv.Dispose();

        private void Row(IReadOnlyList<string> cells)
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
