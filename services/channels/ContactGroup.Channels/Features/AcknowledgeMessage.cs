using ContactGroup.Channels.Data;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Channels.Features;

/// <summary>
/// Somebody who holds a message confirms having received it: receipt, never consent. The answer names no version and no reference, because the
/// reader may hold a view that has neither.
/// </summary>
internal static class AcknowledgeMessage
{
    public sealed record Request;

    public sealed record Confirmation(string Item, DateTimeOffset AcknowledgedAt);

    public static void Map(IEndpointRouteBuilder module) => module
        .MapPost("/items/{item}/acknowledge", HandleAsync)
        .WithName(nameof(AcknowledgeMessage))
        .WithSummary("Acknowledge a message you hold");

    internal static async Task<Results<Accepted<Confirmation>, ProblemHttpResult>> HandleAsync(
        string item, Participant who, IdempotencyKey key, Request request, [FromKeyedServices(ChannelsModule.Store)] ModuleStore store,
        IHeldItems held, ILogger<Log> log, CancellationToken cancellationToken)
    {
        if (!Ids.IsWellFormed(item) || await held.FindAsync(who.Asks, item, cancellationToken) is null)
        {
            return Problems.NotFound();
        }

        var confirmation = await store.WriteAsync(
            async scope =>
            {
                var message = await Messages.FindAsync(scope.Connection, item) ?? throw new RefusedException(ProblemCode.NotFound);
                var pass = (await Standings.FindAsync(scope.Connection, who.PersonId, message.Channel))?.PassFor(who.Asks);
                return pass is null or { ClosedByPosture: true }
                    ? throw new RefusedException(ProblemCode.NotFound)
                    : await Idempotency.RunOnceAsync(
                        scope,
                        who,
                        key,
                        new { item, verb = "acknowledge", request },
                        () => WriteAsync(scope, message.Channel, item, who));
            },
            cancellationToken);
        Log.MessageAcknowledged(log, item, who.PersonId);
        return TypedResults.Accepted((string?)null, confirmation);
    }

    private static async Task<Confirmation> WriteAsync(WriteScope scope, string channel, string item, Participant who)
    {
        var before = await scope.Connection.QuerySingleOrDefaultAsync<long?>(
            "SELECT acknowledged_at FROM acknowledgements WHERE item = @item AND person = @person", new { item, person = who.PersonId });
        if (before is { } earlier)
        {
            return new Confirmation(item, Instants.FromMicroseconds(earlier));
        }

        var latest = await Messages.LatestAsync(scope.Connection, item);
        var now = scope.Now.ToStorePrecision();
        await scope.Connection.ExecuteAsync(
            """
            INSERT INTO acknowledgements (item, person, version, organisation, acknowledged_at)
            VALUES (@item, @person, @Version, @organisation, @at)
            """,
            new { item, person = who.PersonId, latest.Version, organisation = who.OrganisationId, at = now.ToMicroseconds() });
        scope.Publish(
            channel,
            new ItemAcknowledged(
                item,
                who.PersonId,
                who.DisplayName,
                who.OrganisationId!,
                who.OrganisationName!,
                who.Constituency,
                who.Force,
                now,
                (int)latest.Version));
        return new Confirmation(item, now);
    }
}
