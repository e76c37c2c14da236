using ContactGroup.Channels.Data;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Channels.Features;

/// <summary>A coordinator lets a person into a contact group. What the person then sees follows from their organisation.</summary>
internal static class AddMember
{
    public sealed record Request(string Person);

    public static void Map(IEndpointRouteBuilder module) => module
        .MapPost("/groups/{group}/members", HandleAsync)
        .WithName(nameof(AddMember))
        .WithSummary("Add a person to a contact group");

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        string group, Participant who, IdempotencyKey key, Request request, [FromKeyedServices(ChannelsModule.Store)] ModuleStore store,
        ChannelDirectory directory, ILogger<Log> log, CancellationToken cancellationToken)
    {
        await store.WriteAsync(
            async scope =>
            {
                scope.AfterCommit(directory.Forget);
                var found = await ContactGroups.RequireForCoordinatorAsync(scope.Connection, who, group);
                await Idempotency.RunOnceAsync(scope, who, key, new { group, request }, () => JoinAsync(scope, found, request.Person));
            },
            cancellationToken);
        Log.MemberAdded(log, group, request.Person, who.PersonId);
        return TypedResults.NoContent();
    }

    private static async Task<bool> JoinAsync(WriteScope scope, ContactGroupRow group, string person)
    {
        var joining = await People.FindJoinableAsync(scope.Connection, person)
            ?? throw new RefusedException(
                ProblemCode.FieldInvalid,
                "person",
                "Give the id of a person who can take part: active and with an organisation. Somebody invited a moment ago can join in a few seconds.");
        var present = await Memberships.FindAsync(scope.Connection, group.Id, person);
        if (present is { IsMember: 1 } && present.Organisation == joining.Organisation)
        {
            return false;
        }

        await Memberships.JoinAsync(scope, group, joining, acceptsTerms: false);
        return true;
    }
}
