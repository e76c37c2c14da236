using ContactGroup.Channels.Data;
using ContactGroup.Channels.Domain;
using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Channels.Features;

/// <summary>
/// A coordinator changes the form of contact between the sides. Distance closes plenary channels to forces and police in the same moment.
/// </summary>
internal static class ChangePosture
{
    private const int LongestReason = 1_000;

    public sealed record Request(string Posture, string Reason);

    public static void Map(IEndpointRouteBuilder module) => module
        .MapPost("/groups/{group}/posture", HandleAsync)
        .WithName(nameof(ChangePosture))
        .WithSummary("Change the posture of a contact group");

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        string group, Participant who, IdempotencyKey key, Request request, [FromKeyedServices(ChannelsModule.Store)] ModuleStore store,
        ChannelDirectory directory, RightsGates gates, ILogger<Log> log, CancellationToken cancellationToken)
    {
        var checks = new FieldChecks();
        var posture = checks.Code("posture", request.Posture, ChannelCodes.Posture.All);
        var reason = checks.Text("reason", request.Reason, 1, LongestReason);
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        var states = await store.WriteAsync(
            async scope =>
            {
                scope.AfterCommit(directory.Forget);
                var found = await ContactGroups.RequireForCoordinatorAsync(scope.Connection, who, group);
                await Idempotency.RunOnceAsync(
                    scope,
                    who,
                    key,
                    new { group, request },
                    () => ChangeAsync(scope, found, ChannelCodes.Posture.Read(posture), reason, who.PersonId));
                return await ContactGroups.StatesAsync(scope.Connection, group);
            },
            cancellationToken);

        // INVARIANT: not acknowledged before release judges and shows by the new posture; a repeat after a failure tells it again.
        await gates.ChangeAsync(states);
        Log.PostureChanged(log, group, who.PersonId);
        return TypedResults.NoContent();
    }

    private static async Task<bool> ChangeAsync(WriteScope scope, ContactGroupRow group, Posture posture, string reason, string person)
    {
        var before = ChannelCodes.Posture.Read(group.Posture);
        if (before == posture)
        {
            return false;
        }

        var version = await ContactGroups.NextVersionAsync(scope, group.Id);
        await scope.Connection.ExecuteAsync(
            """
            UPDATE contact_groups SET posture = @word, posture_version = version,
                distance_version = CASE WHEN @word = 'distance' THEN version ELSE distance_version END
            WHERE contact_group = @Id
            """,
            new { word = ChannelCodes.Posture.Of(posture), group.Id });
        await scope.Connection.ExecuteAsync(
            """
            INSERT INTO posture_changes (contact_group, version, posture, reason, changed_by, changed_at)
            VALUES (@Id, @version, @word, @reason, @person, @at)
            """,
            new { group.Id, version, word = ChannelCodes.Posture.Of(posture), reason, person, at = scope.Now.ToMicroseconds() });
        scope.Publish(group.Id, new PostureChanged(group.Id, before, posture, person, scope.Now, version));
        foreach (var channel in await ContactGroups.ChannelsAsync(scope.Connection, group.Id))
        {
            ContactGroups.Tell(scope, group, channel, posture, version);
        }

        return true;
    }
}
