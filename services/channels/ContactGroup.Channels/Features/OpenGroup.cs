using ContactGroup.Channels.Data;
using ContactGroup.Channels.Domain;
using ContactGroup.Contracts;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Channels.Features;

/// <summary>A coordinator opens a contact group with its terms of reference, and is its first member.</summary>
internal static class OpenGroup
{
    public sealed record Request(string Name, string Purpose, string Assumptions, string Posture, bool? Exercise);

    public sealed record Receipt(string Id);

    public static void Map(IEndpointRouteBuilder module) => module
        .MapPost("/groups", HandleAsync)
        .WithName(nameof(OpenGroup))
        .WithSummary("Open a contact group");

    internal static async Task<Results<Created<Receipt>, ProblemHttpResult>> HandleAsync(
        Participant who, IdempotencyKey key, Request request, [FromKeyedServices(ChannelsModule.Store)] ModuleStore store,
        ILogger<Log> log, CancellationToken cancellationToken)
    {
        // Groups are opened by coordinators and by nobody else: a known rule, no secret.
        if (!who.IsCoordinator)
        {
            return Problems.Refused(ProblemCode.RoleNotAllowed);
        }

        var checks = new FieldChecks();
        var terms = Terms.Check(checks, request.Purpose, request.Assumptions);
        var opening = new Opening(
            checks.Line("name", request.Name, 1, Terms.LongestName),
            terms,
            checks.Code("posture", request.Posture, ChannelCodes.Posture.All),
            request.Exercise ?? false);
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        var receipt = await store.WriteAsync(
            scope => Idempotency.RunOnceAsync(
                scope, who, key, request, async () => new Receipt((await WriteAsync(scope, opening, Member.Of(who))).Id)),
            cancellationToken);
        Log.GroupOpened(log, receipt.Id, who.PersonId);
        return TypedResults.Created((string?)null, receipt);
    }

    /// <summary>Writes the group, its first terms of reference and the coordinator's membership.</summary>
    internal static async Task<ContactGroupRow> WriteAsync(WriteScope scope, Opening opening, Member coordinator)
    {
        var group = new ContactGroupRow(
            Ids.New(),
            opening.Name,
            opening.Posture,
            opening.Exercise ? 1 : 0,
            coordinator.Organisation,
            coordinator.OrganisationName,
            TermsVersion: 1,
            Version: 1,
            DistanceVersion: opening.Posture == ChannelCodes.Posture.Of(Classification.Posture.Distance) ? 1 : 0);
        await scope.Connection.ExecuteAsync(
            """
            INSERT INTO contact_groups (contact_group, name, posture, exercise, convenor, convenor_name, terms_version, version, distance_version,
                opened_by, opened_at)
            VALUES (@Id, @Name, @Posture, @Exercise, @Convenor, @ConvenorName, @TermsVersion, @Version, @DistanceVersion, @person, @at)
            """,
            new
            {
                group.Id,
                group.Name,
                group.Posture,
                group.Exercise,
                group.Convenor,
                group.ConvenorName,
                group.TermsVersion,
                group.Version,
                group.DistanceVersion,
                person = coordinator.Person,
                at = scope.Now.ToMicroseconds(),
            });
        await opening.Terms.WriteAsync(scope, group.Id, group.TermsVersion, coordinator.Person);

        // Whoever writes terms of reference has read them.
        await Memberships.JoinAsync(scope, group, coordinator, acceptsTerms: true);
        return group;
    }

    internal sealed record Opening(string Name, Terms Terms, string Posture, bool Exercise);
}
