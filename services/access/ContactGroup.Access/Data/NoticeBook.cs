using System.Data.Common;
using ContactGroup.Access.Domain;
using ContactGroup.Hosting.Deadlines;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using Dapper;

namespace ContactGroup.Access.Data;

/// <summary>The module's store: notices and all their versions. A version, the fact that tells of it and the receipt commit together.</summary>
internal sealed partial class NoticeBook(
    [FromKeyedServices(AccessModule.Name)] ModuleStore store, [FromKeyedServices(AccessModule.Name)] DueTable dueTable, ILogger<NoticeBook> log)
{
    /// <summary>The notice at its present version; null when this service has none of that id.</summary>
    public Task<Notice?> FindAsync(string item, CancellationToken cancellationToken) =>
        store.ReadAsync(connection => FindAsync(connection, item), cancellationToken);

    /// <summary>Whether a person wrote the notice, for the organisation they belong to now. Reads nothing of what it says.</summary>
    public Task<bool> IsByAsync(string item, string person, string? organisation, CancellationToken cancellationToken) => store.ReadAsync(
        async connection => await connection.QuerySingleOrDefaultAsync<string?>("SELECT origin FROM notices WHERE item = @item", new { item }) is { } origin
            && NoticeRow.OriginOf(origin) is var writer && writer.Person == person && writer.Organisation == organisation,
        cancellationToken);

    /// <summary>The receipt of a command that was sent before; null when it is new. What was taken once is answered the same whatever the rules are now.</summary>
    public Task<Receipt?> ReceiptOfAsync(Command command, CancellationToken cancellationToken) =>
        store.ReadAsync(connection => Idempotency.FindAsync<Receipt>(connection, command.Who, command.Key, command.Said), cancellationToken);

    /// <summary>Adds a notice.</summary>
    public Task<Receipt> AddAsync(Command command, Notice notice, CancellationToken cancellationToken) => RunOnceAsync(
        command,
        async scope =>
        {
            await scope.Connection.ExecuteAsync(
                """
                INSERT INTO notices (item, channel, reference, origin, exercise, version)
                VALUES (@Item, @Channel, @Reference, @origin, @exercise, @Version)
                """,
                new { notice.Item, notice.Channel, notice.Reference, origin = NoticeRow.Text(notice.Origin), exercise = notice.Exercise ? 1 : 0, notice.Version });
            return await WriteAsync(scope, command, notice);
        },
        cancellationToken);

    /// <summary>Adds a version to a notice.</summary>
    /// <param name="command">What is done and by whom.</param>
    /// <param name="item">An item that exists.</param>
    /// <param name="amend">Makes the next version from the present one; throws <see cref="ActRefusedException"/>.</param>
    /// <param name="cancellationToken">Ends the wait, not a commit that began.</param>
    public Task<Receipt> AmendAsync(
        Command command, string item, Func<Notice, DateTimeOffset, Notice> amend, CancellationToken cancellationToken) => RunOnceAsync(
        command,
        async scope =>
        {
            var notice = amend((await FindAsync(scope.Connection, item))!, scope.Now);
            await scope.Connection.ExecuteAsync("UPDATE notices SET version = @Version WHERE item = @Item", new { notice.Version, notice.Item });
            return await WriteAsync(scope, command, notice);
        },
        cancellationToken);

    private Task<Receipt> RunOnceAsync(Command command, Func<WriteScope, Task<Receipt>> act, CancellationToken cancellationToken) =>
        store.WriteAsync(scope => Idempotency.RunOnceAsync(scope, command.Who, command.Key, command.Said, () => act(scope)), cancellationToken);

    private async Task<Receipt> WriteAsync(WriteScope scope, Command command, Notice notice)
    {
        await StoreAsync(scope, command, notice, command.Who.PersonId);
        return new Receipt(notice.Item, notice.Reference, notice.Version);
    }

    private async Task StoreAsync(WriteScope scope, Command command, Notice notice, string? by)
    {
        command.Verdict?.Require();
        var now = scope.Now;
        var counted = Counted.Of(notice);
        await scope.Connection.ExecuteAsync(
            """
            INSERT INTO notice_versions
                (item, version, act, person, organisation, reason, status, label, content, at, counted, exercise, country, month, area, constraint_type, severity)
            VALUES
                (@Item, @Version, @Act, @PersonId, @OrganisationId, @Reason, @Status, @label, @content, @at, @isCounted, @isExercise, @Country, @Month, @Area, @ConstraintType, @Severity)
            """,
            new
            {
                notice.Item,
                notice.Version,
                command.Act,
                command.Who.PersonId,
                command.Who.OrganisationId,
                command.Reason,
                notice.Status,
                label = NoticeRow.Text(notice.Label),
                content = notice.Content.ToJsonString(),
                at = now.ToMicroseconds(),
                isCounted = counted.IsCounted ? 1 : 0,
                isExercise = counted.IsExercise ? 1 : 0,
                counted.Country,
                counted.Month,
                counted.Area,
                counted.ConstraintType,
                counted.Severity,
            });
        var channelVersion = await ChannelVersionAsync(scope, notice.Item, command.ChannelVersion);
        scope.Publish(notice.Channel, notice.ToFact(now, channelVersion) with { AudienceShown = command.AudienceShown, By = by });
        await SetDeadlineAsync(scope, notice);
        scope.AfterCommit(() => AccessLog.Versioned(log, notice.Item, notice.Version, command.Act));
    }

    private static async Task<Notice?> FindAsync(DbConnection connection, string item)
    {
        var row = await connection.QuerySingleOrDefaultAsync<NoticeRow>(
            """
            SELECT n.item AS Item, n.channel AS Channel, n.reference AS Reference, n.origin AS Origin, n.exercise AS Exercise, n.version AS Version,
                   v.status AS Status, v.label AS Label, v.content AS Content
            FROM notices n JOIN notice_versions v ON v.item = n.item AND v.version = n.version
            WHERE n.item = @item
            """,
            new { item });
        return row?.Read();
    }
}
