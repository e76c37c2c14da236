using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContactGroup.Cli.Import.Records;
using ContactGroup.Client;
using ContactGroup.Contracts.Movements.Templates;

namespace ContactGroup.Cli.Import.Notifications;

/// <summary>
/// Puts the rows of the template for movements together by their id, wherever they stand; stops and vehicles keep the order of the file. INVARIANT: a row that belongs to no
/// movement keeps the whole file back, because a movement may lack that stop.
/// </summary>
internal sealed partial class MovementRows(Consents consents) : INotificationRows
{
    private static readonly string[] Kinds = [MovementTemplate.Movement, MovementTemplate.Stop, MovementTemplate.Vehicle];

    private static readonly string[] NeededColumns =
    [
        TemplateNames.Id, MovementTemplate.Row,
        .. MovementTemplate.OfMovement.Concat(MovementTemplate.OfStop).Where(column => column.IsNeeded).Select(column => column.Name),
    ];

    public string Kind => "movement";

    public int MostRows => 50_000;

    public bool AreSeveral => true;

    public string? WrongHeader(SourceRecord first) => TemplateRow.WrongHeader(first, MovementTemplate.Header, NeededColumns);

    public string? Stranger(SourceRecord record) => TemplateRow.Stranger(record, MovementTemplate.Header);

    public IReadOnlyList<NotificationRow> Read(IReadOnlyList<SourceRecord> records, string system)
    {
        var groups = records.GroupBy(record => TemplateRow.Cell(record, TemplateNames.Id), StringComparer.Ordinal).ToList();
        return
        [
            .. groups.Where(group => group.Key is null).SelectMany(group => group).Select(record => Stray(record, "id", "Every row needs the id of its movement.")),
            .. groups.Where(group => group.Key is not null).Select(group => Map(group.Key!, [.. group], system)),
        ];
    }

    public Task<MovementReceipt> SendAsync(
        ContactGroupClient client, string channel, JsonObject notification, string? shown, IdempotencyKey key, CancellationToken cancellationToken) =>
        client.NotifyMovementAsync(channel, notification, shown, key, cancellationToken);

    private static NotificationRow Stray(SourceRecord record, string column, string remedy)
    {
        var id = TemplateRow.Cell(record, TemplateNames.Id);
        var problem = new RowProblem(Field: null, column, TemplateRow.Cell(record, column), remedy, record.Line);
        return new NotificationRow(new MappedRow(record, id, Report: null, [problem]), _ => default, SpoilsFile: true);
    }

    private NotificationRow Map(string id, IReadOnlyList<SourceRecord> records, string system)
    {
        var rows = records.ToLookup(record => TemplateRow.Cell(record, MovementTemplate.Row)?.ToUpperInvariant(), StringComparer.Ordinal);
        if (rows[MovementTemplate.Movement].FirstOrDefault() is not { } first)
        {
            return Stray(records[0], TemplateNames.Id, $"No {MovementTemplate.Movement} row has this id. Is it written alike in all rows of the movement?");
        }

        var problems = new List<RowProblem>();
        foreach (var record in records)
        {
            CheckKind(record, first, problems);
        }

        var (stops, vehicles) = (rows[MovementTemplate.Stop].ToList(), rows[MovementTemplate.Vehicle].ToList());
        var movement = TemplateRow.Read(first, MovementTemplate.OfMovement, "Every movement needs it.", problems);
        movement[MovementTemplate.Route] = Each(stops, MovementTemplate.OfStop, "Every stop needs it.", problems);
        if (vehicles.Count > 0)
        {
            movement[MovementTemplate.Vehicles] = Each(vehicles, MovementTemplate.OfVehicle, "Every vehicle needs it.", problems);
        }

        movement["recipients"] = consents.Recipients(first, problems);
        movement["sourceReference"] = new JsonObject { ["system"] = system, ["id"] = id };
        if (stops.Count < 2)
        {
            problems.Add(new RowProblem(MovementTemplate.Route, MovementTemplate.Row, Value: null, $"A movement needs at least two {MovementTemplate.Stop} rows, in the order of travel.", first.Line));
        }

        return new NotificationRow(new MappedRow(first, id, problems.Count == 0 ? movement : null, problems), field => PlaceOf(field, first, stops, vehicles));
    }

    private static void CheckKind(SourceRecord record, SourceRecord first, List<RowProblem> problems)
    {
        var said = TemplateRow.Cell(record, MovementTemplate.Row);
        if (said is null || MovementTemplate.ColumnsOf(said.ToUpperInvariant()) is not { } own)
        {
            problems.Add(new RowProblem(Field: null, MovementTemplate.Row, said, $"Say what the row is: {string.Join(", ", Kinds)}.", record.Line));
            return;
        }

        var isFirst = ReferenceEquals(record, first);
        if (!isFirst && said.Equals(MovementTemplate.Movement, StringComparison.OrdinalIgnoreCase))
        {
            problems.Add(new RowProblem(
                "sourceReference", TemplateNames.Id, Value: null, $"The {MovementTemplate.Movement} row on line {first.Line} has the same id. Give each movement an id of its own.", record.Line));
        }

        // A cell in the wrong row would be lost without a word.
        string[] common = [TemplateNames.Id, MovementTemplate.Row, TemplateNames.About, .. isFirst ? (string[])[TemplateNames.Tell] : []];
        foreach (var column in MovementTemplate.Header.Except(common, StringComparer.Ordinal).Except(own.Select(column => column.Name), StringComparer.Ordinal)
            .Where(column => TemplateRow.Cell(record, column) is not null))
        {
            problems.Add(new RowProblem(Field: null, column, TemplateRow.Cell(record, column), $"A {said} row does not have it. Move it to its own row, or empty the cell.", record.Line));
        }
    }

    private static JsonArray Each(List<SourceRecord> records, IReadOnlyList<TemplateColumn> columns, string needs, List<RowProblem> problems) =>
        [.. records.Select(record => TemplateRow.Read(record, columns, needs, problems))];

    // The server counts stops and vehicles from zero: route[1].lat.
    private static CellPlace PlaceOf(string field, SourceRecord first, List<SourceRecord> stops, List<SourceRecord> vehicles)
    {
        if (InList().Match(field) is { Success: true } match)
        {
            var (list, columns) = match.Groups["list"].Value == MovementTemplate.Route ? (stops, MovementTemplate.OfStop) : (vehicles, MovementTemplate.OfVehicle);
            if (int.Parse(match.Groups["index"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) is var index && index < list.Count)
            {
                return new CellPlace(match.Groups["part"] is { Success: true } part ? TemplateRow.ColumnOf(columns, part.Value) : null, list[index].Line);
            }
        }

        return new CellPlace(TemplateRow.ColumnOf(MovementTemplate.OfMovement, field), first.Line);
    }

    [GeneratedRegex(@"^(?<list>route|vehicles)\[(?<index>[0-9]{1,5})\](?:\.(?<part>.+))?$", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex InList();
}
