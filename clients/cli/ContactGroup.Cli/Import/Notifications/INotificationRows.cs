using System.Text.Json.Nodes;
using ContactGroup.Cli.Import.Records;
using ContactGroup.Client;

namespace ContactGroup.Cli.Import.Notifications;

/// <summary>How the rows of a template become notifications of one kind.</summary>
internal interface INotificationRows
{
    /// <summary>Name of the kind on the wire.</summary>
    string Kind { get; }

    /// <summary>Most rows of a file.</summary>
    int MostRows { get; }

    /// <summary>Whether a notification has several rows: one that cannot be read may then belong to any.</summary>
    bool AreSeveral { get; }

    /// <summary>What keeps the file from being read by the template; null when nothing does.</summary>
    string? WrongHeader(SourceRecord first);

    /// <summary>
    /// What a record has that the template does not know; null when there is nothing. A table has the same columns in every row; objects in a list may have names of
    /// their own, and what stands there would be lost without a word.
    /// </summary>
    string? Stranger(SourceRecord record);

    /// <summary>The notifications, in the order of the file. Says everything that is wrong with one, not only the first thing.</summary>
    IReadOnlyList<NotificationRow> Read(IReadOnlyList<SourceRecord> records, string system);

    /// <summary>Sends one.</summary>
    Task<MovementReceipt> SendAsync(
        ContactGroupClient client, string channel, JsonObject notification, string? shown, IdempotencyKey key, CancellationToken cancellationToken);
}
