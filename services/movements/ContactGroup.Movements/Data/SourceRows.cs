using System.Data.Common;
using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;
using ContactGroup.Movements.Domain;
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
    public static async Task<Receipt?> FindAsync(DbConnection connection, Notification notification, SourceReference source) =>
        await connection.QuerySingleOrDefaultAsync<Row>(
            """
            SELECT n.item AS Item, n.reference AS Reference, v.edition AS Edition, v.status AS Status, v.content AS Content
            FROM source_references s
            JOIN notifications n ON n.item = s.item
            JOIN notification_versions v ON v.item = n.item AND v.version = n.version
            WHERE s.channel = @Channel AND s.organisation = @Organisation AND s.system = @System AND s.reference = @Id AND n.kind = @Name
            """,
            new { notification.Channel, notification.Origin.Organisation, source.System, source.Id, notification.Kind.Name }) is { } row
            ? new Receipt(row.Item, row.Reference, (int)row.Edition, Late: false, row.Warnings(notification), Existing: true)
            : null;

    /// <summary>Keeps what a new notification is called where it was brought from.</summary>
    public static Task AddAsync(DbConnection connection, Notification notification, SourceReference source) => connection.ExecuteAsync(
        "INSERT INTO source_references (channel, organisation, system, reference, item) VALUES (@Channel, @Organisation, @System, @Id, @Item)",
        new { notification.Channel, notification.Origin.Organisation, source.System, source.Id, notification.Item });

    private sealed record Row(string Item, string Reference, long Edition, string Status, string Content)
    {
        private const string Field = "sourceReference";

        // Whoever brings a register again believes afterwards that it is told as it stands there.
        public IReadOnlyList<Warning> Warnings(Notification brought)
        {
            var there = (JsonObject)JsonNode.Parse(Content)!;
            return Status == ItemStatus.Withdrawn || (string?)there[ContentNames.State] == SiteStates.Removed
                ? [new Warning(Field, "It was taken off the list here, and nobody is told of it again. Bring it under another id.")]
                : brought.Kind.Shown.Except(SaidHere, StringComparer.Ordinal).Any(name => !JsonNode.DeepEquals(there[name], brought.Content[name]))
                ? [new Warning(Field, $"It says something else here. Amend {Reference} to tell what is different now.")]
                : [];
        }
    }
}
