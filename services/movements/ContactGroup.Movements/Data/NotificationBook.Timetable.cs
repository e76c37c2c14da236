using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Deadlines;
using ContactGroup.Hosting.Storage;
using ContactGroup.Movements.Domain;
using Dapper;

namespace ContactGroup.Movements.Data;

/// <summary>What happens to notifications by themselves: a version like any other, written by nobody.</summary>
internal sealed partial class NotificationBook : IDeadlineHandler
{
    // Set by migrations for what was notified before the store kept what it keeps now; never due by a timetable.
    private const string Look = "look";

    /// <summary>Does what is due of a notification. What is not, or not any more, is set anew for when it will be.</summary>
    /// <param name="scope">The transaction in which the deadline ends.</param>
    /// <param name="deadline">The deadline.</param>
    public async Task FireAsync(WriteScope scope, Deadline deadline)
    {
        if (await FindAsync(scope.Connection, deadline.Item) is not { } before)
        {
            return;
        }

        var next = before.Next();
        if (!IsDue(before, deadline.Kind, scope.Now) || !before.Kind.Timetable.Single(timed => timed.Act == deadline.Kind).Fire(next, scope.Now, options.Value))
        {
            await SetDeadlinesAsync(scope, before);
            if (deadline.Kind == Look)
            {
                await TripRows.KeepAsync(scope.Connection, before);
            }

            return;
        }

        await scope.Connection.ExecuteAsync("UPDATE notifications SET version = @Version WHERE item = @Item", new { next.Version, next.Item });
        await StoreAsync(scope, Command.ByItself(deadline.Kind), next, by: null);
        await PlaceRows.KeepAsync(scope.Connection, next);
        await TripRows.KeepAsync(scope.Connection, next);
    }

    private bool IsDue(Notification notification, string act, DateTimeOffset now) =>
        Timetable(notification).Any(deadline => deadline.Kind == act && deadline.Due <= now);

    private Task SetDeadlinesAsync(WriteScope scope, Notification notification) => due.ReplaceAsync(scope, notification.Item, Timetable(notification));

    private IEnumerable<Deadline> Timetable(Notification notification) => notification.Status == ItemStatus.Withdrawn
        ? []
        : notification.Kind.Timetable
            .Select(timed => (timed.Act, At: timed.Due(notification, options.Value)))
            .Where(timed => timed.At is not null)
            .Select(timed => new Deadline(notification.Item, timed.Act, timed.At!.Value));
}
