using ContactGroup.Channels.Data;
using ContactGroup.Channels.Domain;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Channels.Features;

/// <summary>A coordinator writes a new version of the terms of reference; every member must accept it before posting again.</summary>
internal static class WriteTerms
{
    public sealed record Request(string Purpose, string Assumptions);

    public sealed record Receipt(long Version);

    public static void Map(IEndpointRouteBuilder module) => module
        .MapPost("/groups/{group}/terms", HandleAsync)
        .WithName(nameof(WriteTerms))
        .WithSummary("Write new terms of reference");

    internal static async Task<Results<Ok<Receipt>, ProblemHttpResult>> HandleAsync(
        string group, Participant who, IdempotencyKey key, Request request, [FromKeyedServices(ChannelsModule.Store)] ModuleStore store,
        ChannelDirectory directory, CancellationToken cancellationToken)
    {
        var checks = new FieldChecks();
        var terms = Terms.Check(checks, request.Purpose, request.Assumptions);
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        var receipt = await store.WriteAsync(
            async scope =>
            {
                scope.AfterCommit(directory.Forget);
                await ContactGroups.RequireForCoordinatorAsync(scope.Connection, who, group);
                return await Idempotency.RunOnceAsync(scope, who, key, new { group, request }, () => WriteAsync(scope, group, terms, who));
            },
            cancellationToken);
        return TypedResults.Ok(receipt);
    }

    private static async Task<Receipt> WriteAsync(WriteScope scope, string group, Terms terms, Participant who)
    {
        var version = await scope.Connection.ExecuteScalarAsync<long>(
            "UPDATE contact_groups SET terms_version = terms_version + 1 WHERE contact_group = @group RETURNING terms_version", new { group });
        await terms.WriteAsync(scope, group, version, who.PersonId);

        // Whoever writes terms of reference has read them; a convenor's coordinator who is no member accepts when joining.
        await Memberships.AcceptTermsAsync(scope, group, who.PersonId, version);
        return new Receipt(version);
    }
}
