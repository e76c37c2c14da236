using System.Data.Common;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Deadlines;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Domain;
using Dapper;
using Microsoft.Extensions.Options;

namespace ContactGroup.Movements.Data;

/// <summary>The module's store: notifications and all their versions. A version, the fact that tells of it and the receipt commit together.</summary>
internal sealed partial class NotificationBook(
    [FromKeyedServices(MovementsModule.Name)] ModuleStore store, [FromKeyedServices(MovementsModule.Name)] DueTable due, IOptions<MovementOptions> options, ILogger<NotificationBook> log)
{
    /// <summary>The notification at its present version; null when this service has none of that id.</summary>
    public Task<Notification?> FindAsync(string item, CancellationToken cancellationToken) =>
        store.ReadAsync(connection => FindAsync(connection, item), cancellationToken);

    /// <summary>Whether a person wrote the notification, for the organisation they belong to now. Reads nothing of what it says.</summary>
    public Task<bool> IsByAsync(string item, string person, string? organisation, CancellationToken cancellationToken) => store.ReadAsync(
        async connection => await connection.QuerySingleOrDefaultAsync<string?>("SELECT origin FROM notifications WHERE item = @item", new { item }) is { } origin
            && NotificationRow.OriginOf(origin) is var writer && writer.Person == person && writer.Organisation == organisation,
        cancellationToken);

    /// <summary>The receipt of a command that was sent before; null when it is new. What was taken once is answered the same whatever the time is now.</summary>
    public Task<Receipt?> ReceiptOfAsync(Command command, CancellationToken cancellationToken) =>
        store.ReadAsync(connection => Idempotency.FindAsync<Receipt>(connection, command.Who, command.Key, command.Said), cancellationToken);

    /// <summary>The receipt of a record that its organisation brought before; null when it is new. As with a command that was sent before, whatever the time is now.</summary>
    public Task<Receipt?> ReceiptOfAsync(Notification notification, SourceReference? source, CancellationToken cancellationToken) => source is null
        ? Task.FromResult<Receipt?>(null)
        : store.ReadAsync(connection => SourceRows.FindAsync(connection, notification, source), cancellationToken);

    /// <summary>Which of these records an organisation brought to a room before.</summary>
    public Task<IReadOnlyList<string>> BroughtAsync(
        string kind, string channel, string organisation, string system, IReadOnlyList<string> ids, CancellationToken cancellationToken) => store.ReadAsync(
        async connection =>
        {
            var there = new List<string>();
            foreach (var id in ids)
            {
                if (await SourceRows.IsThereAsync(connection, kind, channel, organisation, new SourceReference(system, id)))
                {
                    there.Add(id);
                }
            }

            return (IReadOnlyList<string>)there;
        },
        cancellationToken);

    /// <summary>Adds a notification, unless its organisation brought the same record before: then that receipt.</summary>
    /// <param name="command">What is done and by whom.</param>
    /// <param name="notify">Makes it at the instant of the command; throws <see cref="ActRefusedException"/>.</param>
    /// <param name="cancellationToken">Ends the wait, not a commit that began.</param>
    public Task<Receipt> AddAsync(Command command, Func<DateTimeOffset, Notification> notify, CancellationToken cancellationToken) => RunOnceAsync(
        command,
        async scope =>
        {
            var notification = notify(scope.Now);
            if (command.Source is { } source)
            {
                if (await SourceRows.FindAsync(scope.Connection, notification, source) is { } there)
                {
                    return there;
                }

                await SourceRows.AddAsync(scope.Connection, notification, source);
            }

            await scope.Connection.ExecuteAsync(
                """
                INSERT INTO notifications (item, kind, channel, reference, origin, exercise, version)
                VALUES (@Item, @kind, @Channel, @Reference, @origin, @exercise, @Version)
                """,
                new
                {
                    notification.Item,
                    kind = notification.Kind.Name,
                    notification.Channel,
                    notification.Reference,
                    origin = NotificationRow.Text(notification.Origin),
                    exercise = notification.Exercise ? 1 : 0,
                    notification.Version,
                });
            Dispatching.Send(notification, command, scope.Now);
            return await WriteAsync(scope, command, notification);
        },
        cancellationToken);

    /// <summary>Adds a version to a notification.</summary>
    /// <param name="command">What is done and by whom.</param>
    /// <param name="item">An item that exists.</param>
    /// <param name="amend">Makes the next version from the present one; throws <see cref="ActRefusedException"/>.</param>
    /// <param name="cancellationToken">Ends the wait, not a commit that began.</param>
    public Task<Receipt> AmendAsync(
        Command command, string item, Func<Notification, DateTimeOffset, Notification> amend, CancellationToken cancellationToken) => RunOnceAsync(
        command,
        async scope =>
        {
            var before = (await FindAsync(scope.Connection, item))!;
            var notification = amend(before, scope.Now);
            Dispatching.SendAgain(before, notification, command, scope.Now);
            await scope.Connection.ExecuteAsync(
                "UPDATE notifications SET version = @Version WHERE item = @Item", new { notification.Version, notification.Item });
            return await WriteAsync(scope, command, notification);
        },
        cancellationToken);

    /// <summary>Notes the receipt of a recipient; what the owner said stays as it is.</summary>
    /// <param name="command">What is done and by whom.</param>
    /// <param name="item">An item that exists.</param>
    /// <param name="version">The version that is acknowledged.</param>
    /// <param name="note">Makes the noted notification from the present one, or null when nothing is new; throws <see cref="ActRefusedException"/>.</param>
    /// <param name="cancellationToken">Ends the wait, not a commit that began.</param>
    public Task<Confirmation> AcknowledgeAsync(
        Command command, string item, int version, Func<Notification, DateTimeOffset, Notification?> note, CancellationToken cancellationToken) => RunOnceAsync(
        command,
        async scope =>
        {
            if (note((await FindAsync(scope.Connection, item))!, scope.Now) is { } notification)
            {
                Acknowledgement.RequireRoom(await NotedAsync(scope.Connection, command, notification));
                await scope.Connection.ExecuteAsync(
                    "UPDATE notifications SET version = @Version WHERE item = @Item", new { notification.Version, notification.Item });
                await StoreAsync(scope, command, notification, by: null);
            }

            return new Confirmation(item, version, scope.Now.ToStorePrecision());
        },
        cancellationToken);

    // Of the edition that is the present one, whichever is acknowledged: an older one is not another way in.
    private static Task<long> NotedAsync(DbConnection connection, Command command, Notification notification) => connection.ExecuteScalarAsync<long>(
        "SELECT COUNT(*) FROM notification_versions WHERE item = @Item AND edition = @Edition AND act = @Act AND organisation = @OrganisationId",
        new { notification.Item, notification.Edition, command.Act, command.Who.OrganisationId });

    /// <summary>The answer to a receipt that was sent before; null when it is new.</summary>
    public Task<Confirmation?> ConfirmationOfAsync(Command command, CancellationToken cancellationToken) =>
        store.ReadAsync(connection => Idempotency.FindAsync<Confirmation>(connection, command.Who, command.Key, command.Said), cancellationToken);

    private Task<T> RunOnceAsync<T>(Command command, Func<WriteScope, Task<T>> act, CancellationToken cancellationToken)
        where T : class => store.WriteAsync(scope => Idempotency.RunOnceAsync(scope, command.Who, command.Key, command.Said, () => act(scope)), cancellationToken);

    private async Task<Receipt> WriteAsync(WriteScope scope, Command command, Notification notification)
    {
        await StoreAsync(scope, command, notification, command.Who.PersonId);
        await PlaceRows.KeepAsync(scope.Connection, notification);
        await TripRows.KeepAsync(scope.Connection, notification);
        return new Receipt(
            notification.Item,
            notification.Reference,
            notification.Edition,
            (bool?)notification.Content[ContentNames.Late] == true,
            notification.Status == ItemStatus.Withdrawn ? [] :
            [
                .. Untold.Of(notification, command),
                .. command.Warnings,
                .. await PlaceRows.WarningsAsync(scope.Connection, notification, scope.Now),
                .. await TripRows.WarningsAsync(scope.Connection, command, notification),
            ]);
    }

    // Who acknowledges has written nothing of it: a writer is who may not look at it for others.
    private async Task StoreAsync(WriteScope scope, Command command, Notification notification, string? by)
    {
        command.Verdict?.Require();
        var now = scope.Now;
        notification.Kind.Settle(notification, now, options.Value);
        var said = await SaidAtAsync(scope.Connection, notification) ?? now;
        await scope.Connection.ExecuteAsync(
            """
            INSERT INTO notification_versions (item, version, act, person, organisation, reason, status, sensitivity, recipients, content, at, edition)
            VALUES (@Item, @Version, @Act, @PersonId, @OrganisationId, @Reason, @Status, @sensitivity, @recipients, @content, @at, @Edition)
            """,
            new
            {
                notification.Item,
                notification.Version,
                command.Act,
                command.Who.PersonId,
                command.Who.OrganisationId,
                command.Reason,
                notification.Status,
                sensitivity = notification.Sensitivity.ToString(),
                recipients = string.Join(' ', notification.Recipients),
                content = notification.Content.ToJsonString(),
                at = now.ToMicroseconds(),
                notification.Edition,
            });
        var fact = notification.ToFact(now, await ChannelVersionAsync(scope.Connection, notification.Item, command.ChannelVersion), options.Value) with
        {
            AudienceShown = command.AudienceShown,
            By = by,
            Expires = notification.Kind.ExpiresAt(notification, said, options.Value),
        };
        scope.Publish(notification.Channel, fact);
        await SetDeadlinesAsync(scope, notification);
        scope.AfterCommit(() => MovementsLog.Versioned(log, notification.Item, notification.Version, command.Act));
    }

    // INVARIANT: no version overtakes one before it that waits for its room: what happens by itself has seen no state of the room, and takes that of the act before.
    private static Task<long> ChannelVersionAsync(DbConnection connection, string item, long seen) => connection.QuerySingleAsync<long>(
        """
        UPDATE notifications SET channel_version = CASE WHEN channel_version < @seen THEN @seen ELSE channel_version END WHERE item = @item RETURNING channel_version
        """,
        new { item, seen });

    // When that was first said which recipients are shown now; null when it is said now. A recipient would see from the hour at which it has a notification no longer
    // that another one acknowledged, or that something changed which it is not shown.
    private static async Task<DateTimeOffset?> SaidAtAsync(DbConnection connection, Notification notification) =>
        await connection.ExecuteScalarAsync<long?>(
            "SELECT MIN(at) FROM notification_versions WHERE item = @Item AND edition = @Edition", new { notification.Item, notification.Edition }) is { } at
            ? Instants.FromMicroseconds(at)
            : null;

    private static async Task<Notification?> FindAsync(DbConnection connection, string item)
    {
        var row = await connection.QuerySingleOrDefaultAsync<NotificationRow>(
            """
            SELECT n.kind AS Kind, n.item AS Item, n.channel AS Channel, n.reference AS Reference, n.origin AS Origin, n.exercise AS Exercise, n.version AS Version,
                   v.status AS Status, v.sensitivity AS Sensitivity, v.recipients AS Recipients, v.content AS Content
            FROM notifications n JOIN notification_versions v ON v.item = n.item AND v.version = n.version
            WHERE n.item = @item
            """,
            new { item });
        return row?.Read();
    }
}
