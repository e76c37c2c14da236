using System.Data.Common;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Incidents.Domain;
using Dapper;

namespace ContactGroup.Incidents.Data;

/// <summary>The module's store: reports and all their versions. A version, the fact that tells of it and the receipt commit together.</summary>
internal sealed class IncidentBook([FromKeyedServices(IncidentsModule.Name)] ModuleStore store, ILogger<IncidentBook> log)
{
    /// <summary>The report at its present version; null when this service has none of that id.</summary>
    public Task<Incident?> FindAsync(string item, CancellationToken cancellationToken) =>
        store.ReadAsync(connection => FindAsync(connection, item), cancellationToken);

    /// <summary>Whether a person wrote the report, for the organisation they belong to now. Reads nothing of what it says.</summary>
    public Task<bool> IsByAsync(string item, string person, string? organisation, CancellationToken cancellationToken) => store.ReadAsync(
        async connection => await connection.QuerySingleOrDefaultAsync<string?>("SELECT origin FROM incidents WHERE item = @item", new { item }) is { } origin
            && IncidentRow.OriginOf(origin) is var writer && writer.Person == person && writer.Organisation == organisation,
        cancellationToken);

    /// <summary>Adds a report, unless its organisation brought the same source reference before: then that receipt.</summary>
    public Task<Receipt> AddAsync(
        Command command, Incident incident, SourceReference? source, CancellationToken cancellationToken) =>
        RunOnceAsync(
            command,
            async scope => await ExistingAsync(scope, incident, source) ?? await AddAsync(scope, command, incident, source),
            cancellationToken);

    /// <summary>Adds a version to a report.</summary>
    /// <param name="command">What is done and by whom.</param>
    /// <param name="item">An item that exists.</param>
    /// <param name="amend">Makes the next version from the present one; throws <see cref="ActRefusedException"/>.</param>
    /// <param name="cancellationToken">Ends the wait, not a commit that began.</param>
    public Task<Receipt> AmendAsync(
        Command command, string item, Func<Incident, DateTimeOffset, Incident> amend, CancellationToken cancellationToken) =>
        RunOnceAsync(
            command,
            async scope =>
            {
                var incident = amend((await FindAsync(scope.Connection, item))!, scope.Now);
                await scope.Connection.ExecuteAsync(
                    "UPDATE incidents SET version = @Version WHERE item = @Item", new { incident.Version, incident.Item });
                return await WriteAsync(scope, command, incident);
            },
            cancellationToken);

    private Task<Receipt> RunOnceAsync(Command command, Func<WriteScope, Task<Receipt>> act, CancellationToken cancellationToken) =>
        store.WriteAsync(scope => Idempotency.RunOnceAsync(scope, command.Who, command.Key, command.Said, () => act(scope)), cancellationToken);

    private async Task<Receipt?> ExistingAsync(WriteScope scope, Incident incident, SourceReference? source)
    {
        if (source is null)
        {
            return null;
        }

        var receipt = await scope.Connection.QuerySingleOrDefaultAsync<ReceiptRow>(
            """
            SELECT i.item AS Item, i.reference AS Reference, i.version AS Version
            FROM source_references s JOIN incidents i ON i.item = s.item
            WHERE s.organisation = @Organisation AND s.system = @System AND s.reference = @Id
            """,
            new { incident.Origin.Organisation, source.System, source.Id });
        if (receipt is null)
        {
            return null;
        }

        scope.AfterCommit(() => IncidentsLog.AlreadyThere(log, receipt.Item));
        return new Receipt(receipt.Item, receipt.Reference, (int)receipt.Version, Existing: true);
    }

    private async Task<Receipt> AddAsync(WriteScope scope, Command command, Incident incident, SourceReference? source)
    {
        await scope.Connection.ExecuteAsync(
            """
            INSERT INTO incidents (item, channel, reference, origin, exercise, version)
            VALUES (@Item, @Channel, @Reference, @origin, @exercise, @Version)
            """,
            new { incident.Item, incident.Channel, incident.Reference, origin = IncidentRow.Text(incident.Origin), exercise = incident.Exercise ? 1 : 0, incident.Version });
        if (source is not null)
        {
            await scope.Connection.ExecuteAsync(
                "INSERT INTO source_references (organisation, system, reference, item) VALUES (@Organisation, @System, @Id, @Item)",
                new { incident.Origin.Organisation, source.System, source.Id, incident.Item });
        }

        return await WriteAsync(scope, command, incident);
    }

    private async Task<Receipt> WriteAsync(WriteScope scope, Command command, Incident incident)
    {
        command.Verdict?.Require();
        var now = scope.Now;
        await scope.Connection.ExecuteAsync(
            """
            INSERT INTO incident_versions (item, version, act, person, organisation, reason, status, label, protection, derived, content, at)
            VALUES (@Item, @Version, @Act, @PersonId, @OrganisationId, @Reason, @Status, @label, @protection, @derived, @content, @at)
            """,
            new
            {
                incident.Item,
                incident.Version,
                command.Act,
                command.Who.PersonId,
                command.Who.OrganisationId,
                command.Reason,
                incident.Status,
                label = IncidentRow.Text(incident.Label),
                protection = incident.Protection ? 1 : 0,
                derived = string.Join(' ', incident.Derived),
                content = incident.Content.ToJsonString(),
                at = now.ToMicroseconds(),
            });
        var fact = incident.ToFact(now, command.ChannelVersion) with { AudienceShown = command.AudienceShown, By = command.Who.PersonId };
        scope.Publish(incident.Channel, fact);
        scope.AfterCommit(() => IncidentsLog.Versioned(log, incident.Item, incident.Version, command.Act));
        return new Receipt(incident.Item, incident.Reference, incident.Version);
    }

    private static async Task<Incident?> FindAsync(DbConnection connection, string item)
    {
        var row = await connection.QuerySingleOrDefaultAsync<IncidentRow>(
            """
            SELECT i.item AS Item, i.channel AS Channel, i.reference AS Reference, i.origin AS Origin, i.exercise AS Exercise, i.version AS Version,
                   v.status AS Status, v.label AS Label, v.protection AS Protection, v.derived AS Derived, v.content AS Content
            FROM incidents i JOIN incident_versions v ON v.item = i.item AND v.version = i.version
            WHERE i.item = @item
            """,
            new { item });
        return row?.Read();
    }

    private sealed record ReceiptRow(string Item, string Reference, long Version);
}
