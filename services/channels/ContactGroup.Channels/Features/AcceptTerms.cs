using ContactGroup.Channels.Data;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Channels.Features;

/// <summary>A member accepts the present version of the terms of reference, which is the condition for posting.</summary>
internal static class AcceptTerms
{
    public sealed record Request(long Version);

    public static void Map(IEndpointRouteBuilder module) => module
        .MapPost("/groups/{group}/terms/acceptance", HandleAsync)
        .WithName(nameof(AcceptTerms))
        .WithSummary("Accept the terms of reference");

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        string group, Participant who, IdempotencyKey key, Request request, [FromKeyedServices(ChannelsModule.Store)] ModuleStore store,
        ChannelDirectory directory, CancellationToken cancellationToken)
    {
        await store.WriteAsync(
            async scope =>
            {
                scope.AfterCommit(directory.Forget);
                var found = await ContactGroups.FindAsync(scope.Connection, group);
                if (found is null || await Memberships.FindCurrentAsync(scope.Connection, who.Asks, group) is null)
                {
                    throw new RefusedException(ProblemCode.NotFound);
                }

                await Idempotency.RunOnceAsync(scope, who, key, new { group, request }, () => AcceptAsync(scope, found, request.Version, who));
            },
            cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<bool> AcceptAsync(WriteScope scope, ContactGroupRow group, long version, Participant who)
    {
        if (version != group.TermsVersion)
        {
            throw new RefusedException(ProblemCode.FieldInvalid, "version", "Read the present terms of reference and accept their version.");
        }

        await Memberships.AcceptTermsAsync(scope, group.Id, who.PersonId, version);
        return true;
    }
}
