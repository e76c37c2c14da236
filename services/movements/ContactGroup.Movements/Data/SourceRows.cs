using System.Data.Common;
using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;
using ContactGroup.Movements.Domain;
using ContactGroup.Movements.Domain.Movements;
using ContactGroup.Movements.Domain.Sites;
using Dapper;

namespace ContactGroup.Movements.Data;

/// <summary>
/// What records are called in the systems that they were brought from. INVARIANT: known to the organisation that brought them, and in the room to which: an
/// answer about another room would tell of what is there.
/// </summary>
internal static class SourceRows
{
    // What nobody brings.
    private static readonly string[] SaidHere = [ContentNames.Notice, ContentNames.State, SiteNames.RevalidatedAt, SiteNames.RevalidateBy];

    /// <summary>The receipt of the notification that was brought before; null when it is new. One that was taken back or removed is there all the same: a file that is read again brings nothing back.</summary>
    public static async Task<Receipt?> FindAsync(DbConnection connection, Notification notification, SourceReference source)
    {
        var (kind, channel, organisation) = (notification.Kind.Name, notification.Channel, notification.Origin.Organisation);
        return await FindAsync(connection, kind, channel, organisation, source) is { } row
            ? new Receipt(row.Item, row.Reference, (int)row.Edition, Late: false, row.Warnings(notification), Existing: true)
            : null;
    }

    /// <summary>Whether an organisation has a record of a name in a room.</summary>
    public static async Task<bool> IsThereAsync(DbConnection connection, string kind, string channel, string organisation, SourceReference source) =>
        await FindAsync(connection, kind, channel, organisation, source) is not null;

    /// <summary>Keeps what a new notification is called where it was brought from.</summary>
    public static Task AddAsync(DbConnection connection, Notification notification, SourceReference source) => connection.ExecuteAsync(
        "INSERT INTO source_references (kind, channel, organisation, system, reference, item) VALUES (@Name, @Channel, @Organisation, @System, @Id, @Item)",
        new { notification.Kind.Name, notification.Channel, notification.Origin.Organisation, source.System, source.Id, notification.Item });

    // What was exported here is called by its reference: read again, it is what is there, and not a second one.
    private static async Task<Row?> FindAsync(DbConnection connection, string kind, string channel, string organisation, SourceReference source)
    {
        var rows = await connection.QueryAsync<Row>(
            """
            SELECT n.item AS Item, n.reference AS Reference, n.origin AS Origin, v.edition AS Edition, v.status AS Status, v.content AS Content
            FROM notifications n JOIN notification_versions v ON v.item = n.item AND v.version = n.version
            WHERE n.kind = @kind AND n.channel = @channel AND n.item IN (
                SELECT item FROM source_references WHERE kind = @kind AND channel = @channel AND organisation = @organisation AND system = @System AND reference = @Id
                UNION ALL SELECT item FROM notifications WHERE reference = @Id)
            """,
            new { kind, channel, organisation, source.System, source.Id });
        return rows.FirstOrDefault(row => NotificationRow.OriginOf(row.Origin).Organisation == organisation);
    }

    private sealed record Row(string Item, string Reference, string Origin, long Edition, string Status, string Content)
    {
        private const string Field = "sourceReference";

        // Whoever brings a register again believes afterwards that it is told as it stands there.
        public IReadOnlyList<Warning> Warnings(Notification brought)
        {
            var there = (JsonObject)JsonNode.Parse(Content)!;
            return Status == ItemStatus.Withdrawn || (string?)there[ContentNames.State] == SiteStates.Removed
                ? [new Warning(Field, "It was taken off the list here, and nobody is told of it again. Bring it under another id.")]
                : brought.Kind == MovementKind.Kind && States.IsOver((string)there[ContentNames.State]!)
                ? [new Warning(Field, "It is over here, and nobody is told of it again. Bring it under another id.")]
                : brought.Kind.Shown.Except(SaidHere, StringComparer.Ordinal).Any(name => !JsonNode.DeepEquals(there[name], brought.Content[name]))
                ? [new Warning(Field, $"It says something else here. Amend {Reference} to tell what is different now.")]
                : !JsonNode.DeepEquals(there[ContentNames.Recipients], brought.Content[ContentNames.Recipients])
                ? [new Warning(ContentNames.Recipients, $"It is told to others here. Amend {Reference} to take a force out of it; bring it under another id to tell a further one.")]
                : [];
        }
    }
}
