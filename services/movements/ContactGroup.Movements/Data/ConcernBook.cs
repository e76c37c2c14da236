using System.Text.Json.Nodes;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Domain.Concerns;
using Dapper;

namespace ContactGroup.Movements.Data;

/// <summary>
/// Concerns, each of one organisation of one force. INVARIANT: every statement carries both, so that nobody else finds one; none publishes a fact or writes a
/// log line, and nothing about notifications reads here.
/// </summary>
internal sealed class ConcernBook([FromKeyedServices(MovementsModule.Name)] ModuleStore store)
{
    /// <summary>The concerns of the person's own organisation, by when they begin.</summary>
    public Task<IReadOnlyList<Concern>> OfAsync(Participant who, CancellationToken cancellationToken) => store.ReadAsync<IReadOnlyList<Concern>>(
        async connection => [.. (await connection.QueryAsync<Row>(
            "SELECT id AS Id, note AS Note, area AS Area, starts AS Starts, ends AS Ends FROM concerns WHERE organisation = @organisation AND audience = @audience ORDER BY starts, id",
            Owner(who))).Select(row => row.Read())],
        cancellationToken);

    /// <summary>The receipt of a concern that was sent before; null when it is new. What was taken once is answered the same whatever the time is now.</summary>
    public Task<ConcernReceipt?> ReceiptOfAsync(Participant who, IdempotencyKey key, object command, CancellationToken cancellationToken) =>
        store.ReadAsync(connection => Idempotency.FindAsync<ConcernReceipt>(connection, who, key, command), cancellationToken);

    /// <summary>Keeps a concern, once; null when there are too many. What was over when it came makes room.</summary>
    public Task<ConcernReceipt?> AddAsync(Participant who, IdempotencyKey key, object command, Concern concern, CancellationToken cancellationToken) => store.WriteAsync(
        async scope =>
        {
            var (organisation, audience) = (who.OrganisationId, who.Audience);
            var now = scope.Now.ToMicroseconds();
            if (await Idempotency.FindAsync<ConcernReceipt>(scope, who, key, command) is { } before)
            {
                return before;
            }

            await scope.Connection.ExecuteAsync(
                "DELETE FROM concerns WHERE organisation = @organisation AND audience = @audience AND ends < @now", new { organisation, audience, now });
            var kept = await scope.Connection.ExecuteScalarAsync<long>(
                "SELECT COUNT(*) FROM concerns WHERE organisation = @organisation AND audience = @audience", new { organisation, audience });
            return kept >= Concern.Most ? null : await Idempotency.RunOnceAsync(scope, who, key, command, () => InsertAsync(scope, who, concern));
        },
        cancellationToken);

    /// <summary>Forgets a concern; false when the person's organisation has none of that id.</summary>
    public Task<bool> RemoveAsync(Participant who, string id, CancellationToken cancellationToken) => store.WriteAsync(
        async scope => await scope.Connection.ExecuteAsync(
            "DELETE FROM concerns WHERE id = @id AND organisation = @organisation AND audience = @audience",
            new { id, organisation = who.OrganisationId, audience = who.Audience }) == 1,
        cancellationToken);

    private static async Task<ConcernReceipt> InsertAsync(WriteScope scope, Participant who, Concern concern)
    {
        await scope.Connection.ExecuteAsync(
            """
            INSERT INTO concerns (id, organisation, audience, note, area, starts, ends)
            VALUES (@Id, @organisation, @audience, @Note, @area, @starts, @ends)
            """,
            new
            {
                concern.Id,
                organisation = who.OrganisationId,
                audience = who.Audience,
                concern.Note,
                area = concern.Place.ToJsonString(),
                starts = concern.From.ToMicroseconds(),
                ends = concern.Until.ToMicroseconds(),
            });
        return new ConcernReceipt(concern.Id);
    }

    private static object Owner(Participant who) => new { organisation = who.OrganisationId, audience = who.Audience };

    private sealed record Row(string Id, string Note, string Area, long Starts, long Ends)
    {
        public Concern Read() => new(Id, Note, Instants.FromMicroseconds(Starts), Instants.FromMicroseconds(Ends), (JsonObject)JsonNode.Parse(Area)!);
    }
}

/// <summary>What who keeps a concern gets back.</summary>
/// <param name="Id">To remove it by.</param>
internal sealed record ConcernReceipt(string Id);
