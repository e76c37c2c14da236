using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Storage;
using ContactGroup.Movements.Domain;
using Dapper;

namespace ContactGroup.Movements.Data;

/// <summary>What release says of who holds a notification: a version like any other, written by nobody.</summary>
internal sealed partial class NotificationBook
{
    private const string ReachedAct = "reached";

    /// <summary>
    /// Notes which recipients hold a version. What is said of an older one than the present says nothing any more. INVARIANT: who is believed told is corrected by
    /// the first that release says of the present words, whichever version it speaks of: facts may come late, and one may not come.
    /// </summary>
    public async Task NoteReachedAsync(WriteScope scope, RecipientsReached fact)
    {
        if (await FindAsync(scope.Connection, fact.Item) is not { Status: not ItemStatus.Withdrawn, Kind.IsDispatched: true } before
            || await EditionAsync(scope, fact) != before.Edition)
        {
            return;
        }

        var next = before.Next();
        var isFirst = fact.HasArrived && await HearAsync(scope, before);
        if (!Dispatching.NoteReached(next, fact.Audiences, isFirst, scope.Now))
        {
            return;
        }

        await scope.Connection.ExecuteAsync("UPDATE notifications SET version = @Version WHERE item = @Item", new { next.Version, next.Item });
        await StoreAsync(scope, Command.ByItself(ReachedAct), next, by: null);
    }

    private static Task<int?> EditionAsync(WriteScope scope, RecipientsReached fact) => scope.Connection.ExecuteScalarAsync<int?>(
        "SELECT edition FROM notification_versions WHERE item = @Item AND version = @Version", new { fact.Item, fact.Version });

    // True once for each edition.
    private static async Task<bool> HearAsync(WriteScope scope, Notification notification) => await scope.Connection.ExecuteAsync(
        "UPDATE notifications SET heard_edition = @Edition WHERE item = @Item AND heard_edition < @Edition", new { notification.Item, notification.Edition }) == 1;
}
