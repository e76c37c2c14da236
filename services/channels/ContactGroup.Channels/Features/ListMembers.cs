using ContactGroup.Channels.Data;
using ContactGroup.Channels.Domain;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Channels.Features;

/// <summary>The members of a contact group as far as the caller may know of them.</summary>
internal static class ListMembers
{
    public sealed record Response(IReadOnlyList<ListedMember> Members);

    public static void Map(IEndpointRouteBuilder module) => module
        .MapGet("/groups/{group}/members", HandleAsync)
        .WithName(nameof(ListMembers))
        .WithSummary("List the members you may know of");

    internal static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        string group, Participant who, [FromKeyedServices(ChannelsModule.Store)] ModuleStore store, CancellationToken cancellationToken)
    {
        var members = await store.ReadAsync<IReadOnlyList<ListedMember>?>(
            async connection =>
            {
                var found = await ContactGroups.FindAsync(connection, group);
                var convenes = who.IsCoordinator && found?.Convenor == who.OrganisationId;
                var belongs = await Memberships.FindCurrentAsync(connection, who.Asks, group) is not null;
                return found is null || !(belongs || convenes) ? null
                    : MemberDirectory.For(new WhoReads(who.Constituency, who.Force), await Memberships.InGroupAsync(connection, group));
            },
            cancellationToken);
        return members is null ? Problems.NotFound() : TypedResults.Ok(new Response(members));
    }
}
