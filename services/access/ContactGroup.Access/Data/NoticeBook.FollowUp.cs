using ContactGroup.Access.Domain;
using ContactGroup.Hosting.Deadlines;
using ContactGroup.Hosting.Storage;
using Dapper;

namespace ContactGroup.Access.Data;

/// <summary>What happens to notices by itself: a version like any other, written by nobody.</summary>
internal sealed partial class NoticeBook : IDeadlineHandler
{
    /// <summary>Notes that the follow-up of a notice is due. When it is not, or not any more, it is set anew for when it will be.</summary>
    /// <param name="scope">The transaction in which the deadline ends.</param>
    /// <param name="deadline">The deadline.</param>
    public async Task FireAsync(WriteScope scope, Deadline deadline)
    {
        if (await FindAsync(scope.Connection, deadline.Item) is not { } before)
        {
            return;
        }

        if (FollowUp.Due(before) is not { } due || due > scope.Now)
        {
            await SetDeadlineAsync(scope, before);
            return;
        }

        var next = FollowUp.Note(before, due);
        await scope.Connection.ExecuteAsync("UPDATE notices SET version = @Version WHERE item = @Item", new { next.Version, next.Item });
        await StoreAsync(scope, Command.ByItself(FollowUp.Act), next, by: null);
    }

    private Task SetDeadlineAsync(WriteScope scope, Notice notice) =>
        dueTable.ReplaceAsync(scope, notice.Item, FollowUp.Due(notice) is { } due ? [new Deadline(notice.Item, FollowUp.Act, due)] : []);

    // INVARIANT: no version overtakes one before it that waits for its room: what happens by itself has seen no state of the room, and takes that of the act before.
    private static Task<long> ChannelVersionAsync(WriteScope scope, string item, long seen) => scope.Connection.QuerySingleAsync<long>(
        "UPDATE notices SET channel_version = CASE WHEN channel_version < @seen THEN @seen ELSE channel_version END WHERE item = @item RETURNING channel_version",
        new { item, seen });
}
