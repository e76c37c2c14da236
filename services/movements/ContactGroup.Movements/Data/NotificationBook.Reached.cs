using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Storage;
using ContactGroup.Movements.Domain;
using Dapper;

namespace ContactGroup.Movements.Data;

/// <summary>What release says of who holds a notification: a version like any other, written by nobody.</summary>
internal sealed partial class NotificationBook
{
    private const string ReachedAct = "reached";

    /// <summary>Notes which recipients hold a version. What is said of an older one than the present says nothing any more.</summary>
    public async Task NoteReachedAsync(WriteScope scope, RecipientsReached fact)
    {
        if (await FindAsync(scope.Connection, fact.Item) is not { Status: not ItemStatus.Withdrawn, Kind.IsDispatched: true } before
            || await FirstOfEditionAsync(scope, before) is not { } first
            || fact.Version < first)
        {
            return;
        }

        var next = before.Next();
        if (!Dispatching.NoteReached(next, fact.Audiences, fact.HasArrived && fact.Version == first, scope.Now))
        {
            return;
        }

        await scope.Connection.ExecuteAsync("UPDATE notifications SET version = @Version WHERE item = @Item", new { next.Version, next.Item });
        await StoreAsync(scope, Command.ByItself(ReachedAct), next, by: null);
    }

    private static Task<int?> FirstOfEditionAsync(WriteScope scope, Notification notification) => scope.Connection.ExecuteScalarAsync<int?>(
        "SELECT MIN(version) FROM notification_versions WHERE item = @Item AND edition = @Edition", new { notification.Item, notification.Edition });
}
