using ContactGroup.Channels.Data;
using ContactGroup.Contracts.Channels;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Channels.Features;

/// <summary>A coordinator removes a person from a contact group. The person's rights have ended everywhere before this answers.</summary>
internal static class RemoveMember
{
    public static void Map(IEndpointRouteBuilder module) => module
        .MapDelete("/groups/{group}/members/{person}", HandleAsync)
        .WithName(nameof(RemoveMember))
        .WithSummary("Remove a person from a contact group");

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        string group, string person, Participant who, [FromKeyedServices(ChannelsModule.Store)] ModuleStore store,
        ChannelDirectory directory, RightsGates gates, ILogger<Log> log, CancellationToken cancellationToken)
    {
        var ended = await store.WriteAsync(
            async scope =>
            {
                scope.AfterCommit(directory.Forget);
                await ContactGroups.RequireForCoordinatorAsync(scope.Connection, who, group);
                var membership = await Memberships.FindAsync(scope.Connection, group, person) ?? throw new RefusedException(ProblemCode.NotFound);
                if (membership.IsMember != 1)
                {
                    return new MembershipEnd(group, membership.Version);
                }

                await Memberships.LeaveAsync(scope, membership);
                return new MembershipEnd(group, membership.Version + 1);
            },
            cancellationToken);

        // INVARIANT: not acknowledged before every gate has closed; a repeat after a failure closes them again.
        await gates.EndAsync(person, ended);
        Log.MemberRemoved(log, group, person, who.PersonId);
        return TypedResults.NoContent();
    }
}
