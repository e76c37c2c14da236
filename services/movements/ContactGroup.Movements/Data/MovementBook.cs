using System.Data.Common;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Domain;
using Dapper;
using Microsoft.Extensions.Options;

namespace ContactGroup.Movements.Data;

/// <summary>The module's store: movements and all their versions. A version, the fact that tells of it and the receipt commit together.</summary>
internal sealed class MovementBook(
    [FromKeyedServices(MovementsModule.Name)] ModuleStore store, IOptions<MovementOptions> options, ILogger<MovementBook> log)
{
    /// <summary>The movement at its present version; null when this service has none of that id.</summary>
    public Task<Movement?> FindAsync(string item, CancellationToken cancellationToken) =>
        store.ReadAsync(connection => FindAsync(connection, item), cancellationToken);

    /// <summary>Whether a person notified the movement, for the organisation they belong to now. Reads nothing of what it says.</summary>
    public Task<bool> IsByAsync(string item, string person, string? organisation, CancellationToken cancellationToken) => store.ReadAsync(
        async connection => await connection.QuerySingleOrDefaultAsync<string?>("SELECT origin FROM movements WHERE item = @item", new { item }) is { } origin
            && MovementRow.OriginOf(origin) is var writer && writer.Person == person && writer.Organisation == organisation,
        cancellationToken);

    /// <summary>The receipt of a command that was sent before; null when it is new. What was taken once is answered the same whatever the time is now.</summary>
    public Task<Receipt?> ReceiptOfAsync(Command command, CancellationToken cancellationToken) =>
        store.ReadAsync(connection => Idempotency.FindAsync<Receipt>(connection, command.Who, command.Key, command.Said), cancellationToken);

    /// <summary>Adds a movement.</summary>
    /// <param name="command">What is done and by whom.</param>
    /// <param name="notify">Makes it at the instant of the command; throws <see cref="ActRefusedException"/>.</param>
    /// <param name="cancellationToken">Ends the wait, not a commit that began.</param>
    public Task<Receipt> AddAsync(Command command, Func<DateTimeOffset, Movement> notify, CancellationToken cancellationToken) => RunOnceAsync(
        command,
        async scope =>
        {
            var movement = notify(scope.Now);
            await scope.Connection.ExecuteAsync(
                """
                INSERT INTO movements (item, channel, reference, origin, exercise, version)
                VALUES (@Item, @Channel, @Reference, @origin, @exercise, @Version)
                """,
                new { movement.Item, movement.Channel, movement.Reference, origin = MovementRow.Text(movement.Origin), exercise = movement.Exercise ? 1 : 0, movement.Version });
            Dispatching.Send(movement, command, scope.Now);
            return await WriteAsync(scope, command, movement);
        },
        cancellationToken);

    /// <summary>Adds a version to a movement.</summary>
    /// <param name="command">What is done and by whom.</param>
    /// <param name="item">An item that exists.</param>
    /// <param name="amend">Makes the next version from the present one; throws <see cref="ActRefusedException"/>.</param>
    /// <param name="cancellationToken">Ends the wait, not a commit that began.</param>
    public Task<Receipt> AmendAsync(
        Command command, string item, Func<Movement, DateTimeOffset, Movement> amend, CancellationToken cancellationToken) => RunOnceAsync(
        command,
        async scope =>
        {
            var before = (await FindAsync(scope.Connection, item))!;
            var movement = amend(before, scope.Now);
            Dispatching.SendAgain(before, movement, command, scope.Now);
            await scope.Connection.ExecuteAsync(
                "UPDATE movements SET version = @Version WHERE item = @Item", new { movement.Version, movement.Item });
            return await WriteAsync(scope, command, movement);
        },
        cancellationToken);

    /// <summary>Notes the receipt of a recipient; what the owner said stays as it is.</summary>
    /// <param name="command">What is done and by whom.</param>
    /// <param name="item">An item that exists.</param>
    /// <param name="version">The version that is acknowledged.</param>
    /// <param name="note">Makes the noted movement from the present one, or null when nothing is new; throws <see cref="ActRefusedException"/>.</param>
    /// <param name="cancellationToken">Ends the wait, not a commit that began.</param>
    public Task<Confirmation> AcknowledgeAsync(
        Command command, string item, int version, Func<Movement, DateTimeOffset, Movement?> note, CancellationToken cancellationToken) => RunOnceAsync(
        command,
        async scope =>
        {
            if (note((await FindAsync(scope.Connection, item))!, scope.Now) is { } movement)
            {
                await scope.Connection.ExecuteAsync(
                    "UPDATE movements SET version = @Version WHERE item = @Item", new { movement.Version, movement.Item });
                await StoreAsync(scope, command, movement, by: null);
            }

            return new Confirmation(item, version, scope.Now.ToStorePrecision());
        },
        cancellationToken);

    /// <summary>The answer to a receipt that was sent before; null when it is new.</summary>
    public Task<Confirmation?> ConfirmationOfAsync(Command command, CancellationToken cancellationToken) =>
        store.ReadAsync(connection => Idempotency.FindAsync<Confirmation>(connection, command.Who, command.Key, command.Said), cancellationToken);

    private Task<T> RunOnceAsync<T>(Command command, Func<WriteScope, Task<T>> act, CancellationToken cancellationToken)
        where T : class => store.WriteAsync(scope => Idempotency.RunOnceAsync(scope, command.Who, command.Key, command.Said, () => act(scope)), cancellationToken);

    private async Task<Receipt> WriteAsync(WriteScope scope, Command command, Movement movement)
    {
        await StoreAsync(scope, command, movement, command.Who.PersonId);
        return new Receipt(
            movement.Item,
            movement.Reference,
            movement.Edition,
            (bool?)movement.Content[ContentNames.Late] == true,
            movement.Status == ItemStatus.Withdrawn ? [] : [.. Untold.Among(movement.Recipients, command), .. Warnings.For(movement.Content)]);
    }

    // Who acknowledges has written nothing of it: a writer is who may not look at it for others.
    private async Task StoreAsync(WriteScope scope, Command command, Movement movement, string? by)
    {
        command.Verdict?.Require();
        var now = scope.Now;
        var said = await SaidAtAsync(scope.Connection, movement) ?? now;
        await scope.Connection.ExecuteAsync(
            """
            INSERT INTO movement_versions (item, version, act, person, organisation, reason, status, sensitivity, recipients, content, at, edition)
            VALUES (@Item, @Version, @Act, @PersonId, @OrganisationId, @Reason, @Status, @sensitivity, @recipients, @content, @at, @Edition)
            """,
            new
            {
                movement.Item,
                movement.Version,
                command.Act,
                command.Who.PersonId,
                command.Who.OrganisationId,
                command.Reason,
                movement.Status,
                sensitivity = movement.Sensitivity.ToString(),
                recipients = string.Join(' ', movement.Recipients),
                content = movement.Content.ToJsonString(),
                at = now.ToMicroseconds(),
                movement.Edition,
            });
        var fact = movement.ToFact(now, command.ChannelVersion, options.Value.ShownAfter) with
        {
            AudienceShown = command.AudienceShown,
            By = by,
            Expires = movement.ExpiresAt(said, options.Value.ShownAfter),
        };
        await scope.PublishAsync(movement.Channel, fact);
        scope.AfterCommit(() => MovementsLog.Versioned(log, movement.Item, movement.Version, command.Act));
    }

    // When that was first said which recipients are shown now; null when it is said now. A recipient would see from the hour at which it has a movement no longer
    // that another one acknowledged, or that something changed which it is not shown.
    private static async Task<DateTimeOffset?> SaidAtAsync(DbConnection connection, Movement movement) =>
        await connection.ExecuteScalarAsync<long?>(
            "SELECT MIN(at) FROM movement_versions WHERE item = @Item AND edition = @Edition", new { movement.Item, movement.Edition }) is { } at
            ? Instants.FromMicroseconds(at)
            : null;

    private static async Task<Movement?> FindAsync(DbConnection connection, string item)
    {
        var row = await connection.QuerySingleOrDefaultAsync<MovementRow>(
            """
            SELECT m.item AS Item, m.channel AS Channel, m.reference AS Reference, m.origin AS Origin, m.exercise AS Exercise, m.version AS Version,
                   v.status AS Status, v.sensitivity AS Sensitivity, v.recipients AS Recipients, v.content AS Content
            FROM movements m JOIN movement_versions v ON v.item = m.item AND v.version = m.version
            WHERE m.item = @item
            """,
            new { item });
        return row?.Read();
    }
}
