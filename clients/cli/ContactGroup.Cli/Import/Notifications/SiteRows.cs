using System.Text.Json.Nodes;
using ContactGroup.Cli.Import.Records;
using ContactGroup.Client;
using ContactGroup.Contracts.Movements.Templates;

namespace ContactGroup.Cli.Import.Notifications;

/// <summary>Turns each row of the template for sites into one.</summary>
internal sealed class SiteRows(Consents consents) : INotificationRows
{
    private readonly Dictionary<string, long> ids = new(StringComparer.Ordinal);

    public string Kind => "site";

    public int MostRows => NotificationImport.Most;

    public bool AreSeveral => false;

    public string? WrongHeader(SourceRecord first) => TemplateRow.WrongHeader(
        first, SiteTemplate.Header, [TemplateNames.Id, .. SiteTemplate.Columns.Where(column => column.IsNeeded).Select(column => column.Name)]);

    public string? Stranger(SourceRecord record) => TemplateRow.Stranger(record, SiteTemplate.Header);

    public IReadOnlyList<NotificationRow> Read(IReadOnlyList<SourceRecord> records, string system) =>
        [.. records.Select(record => new NotificationRow(Map(record, system), field => new CellPlace(TemplateRow.ColumnOf(SiteTemplate.Columns, field))))];

    public Task<MovementReceipt> SendAsync(
        ContactGroupClient client, string channel, JsonObject notification, string? shown, IdempotencyKey key, CancellationToken cancellationToken) =>
        client.NotifySiteAsync(channel, notification, shown, key, cancellationToken);

    private MappedRow Map(SourceRecord record, string system)
    {
        if (record.Unreadable is { } why)
        {
            return new MappedRow(record, Id: null, Report: null, [new RowProblem(Field: null, Column: null, Value: null, why)]);
        }

        var problems = new List<RowProblem>();
        var site = TemplateRow.Read(record, SiteTemplate.Columns, "Every site needs it.", problems);
        site["recipients"] = consents.Recipients(record, problems);
        var id = TemplateRow.Cell(record, TemplateNames.Id);
        if (id is null)
        {
            problems.Add(new RowProblem("sourceReference", TemplateNames.Id, Value: null, "Every site needs it."));
        }
        else if (!ids.TryAdd(id, record.Line))
        {
            problems.Add(new RowProblem("sourceReference", TemplateNames.Id, id, $"The record on line {ids[id]} has the same id. Give each site an id of its own."));
        }

        site["sourceReference"] = new JsonObject { ["system"] = system, ["id"] = id };
        return new MappedRow(record, id, problems.Count == 0 ? site : null, problems);
    }
}
