using System.Data.Common;
using ContactGroup.Channels.Data;
using ContactGroup.Channels.Domain;
using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Channels.Features;

/// <summary>The contact groups that the caller belongs to, each with the channels that admit the caller's audience and no trace of others.</summary>
internal static class ListGroups
{
    public sealed record Response(IReadOnlyList<Group> Groups);

    public sealed record Group(
        string Id,
        string Name,
        string Purpose,
        string Assumptions,
        long TermsVersion,
        bool TermsAccepted,
        string Posture,
        bool Exercise,
        Convenor Convenor,
        IReadOnlyList<Channel> Channels);

    public sealed record Convenor(string Name);

    /// <param name="Forces">Whom a notification in this channel can reach; absent for who may not notify in it.</param>
    public sealed record Channel(
        string Id, string Name, string Kind, IReadOnlyList<string> Admits, bool MayPost, string Crossing, IReadOnlyList<string>? Forces);

    public static void Map(IEndpointRouteBuilder module) => module
        .MapGet("/groups", HandleAsync)
        .WithName(nameof(ListGroups))
        .WithSummary("List the contact groups you belong to");

    internal static async Task<Ok<Response>> HandleAsync(
        Participant who, [FromKeyedServices(ChannelsModule.Store)] ModuleStore store, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Response(await store.ReadAsync(connection => ReadAsync(connection, who), cancellationToken)));

    private static async Task<IReadOnlyList<Group>> ReadAsync(DbConnection connection, Participant who)
    {
        var memberships = (await Memberships.OfPersonAsync(connection, who.PersonId))
            .Where(membership => membership.IsOf(who.Asks))
            .ToDictionary(membership => membership.ContactGroup, StringComparer.Ordinal);
        var passes = (await Standings.OfPersonAsync(connection, who.PersonId))
            .Select(standing => (standing.Name, Pass: standing.PassFor(who.Asks)))
            .Where(one => one.Pass is { ClosedByPosture: false })
            .ToLookup(one => one.Pass!.Group, one => (one.Name, Pass: one.Pass!), StringComparer.Ordinal);
        var present = new Dictionary<string, IReadOnlyList<Audience>>(StringComparer.Ordinal);
        foreach (var group in passes.Where(group => group.Any(one => one.Pass.MayNotify)))
        {
            present[group.Key] = await Memberships.AudiencesAsync(connection, group.Key);
        }

        var rows = await connection.QueryAsync<Row>(
            """
            SELECT g.contact_group AS Id, g.name AS Name, t.purpose AS Purpose, t.assumptions AS Assumptions, g.terms_version AS TermsVersion,
                g.posture AS Posture, g.exercise AS Exercise, g.convenor AS Convenor, g.convenor_name AS ConvenorName
            FROM contact_groups g JOIN terms t ON t.contact_group = g.contact_group AND t.version = g.terms_version
            WHERE g.convenor = @convenor OR g.contact_group IN (SELECT contact_group FROM memberships WHERE person = @person AND member = 1)
            """,
            new { convenor = who.IsCoordinator ? who.OrganisationId : null, person = who.PersonId });

        // The convenor's coordinators find their groups even before one of them has joined: else a group could be left with nobody to lead it.
        return [.. rows
            .Where(row => memberships.ContainsKey(row.Id) || (who.IsCoordinator && row.Convenor == who.OrganisationId))
            .OrderBy(row => row.Name, StringComparer.Ordinal)
            .ThenBy(row => row.Id, StringComparer.Ordinal)
            .Select(row => row.Show(memberships.GetValueOrDefault(row.Id), [.. Shown(passes[row.Id], present.GetValueOrDefault(row.Id, []))]))];
    }

    private static IEnumerable<Channel> Shown(IEnumerable<(string Name, ChannelPass Pass)> passes, IReadOnlyList<Audience> present) => passes
        .OrderBy(one => one.Pass.Kind)
        .ThenBy(one => one.Name, StringComparer.Ordinal)
        .ThenBy(one => one.Pass.Channel, StringComparer.Ordinal)
        .Select(one => new Channel(
            one.Pass.Channel,
            one.Name,
            ChannelCodes.Kind.Of(one.Pass.Kind),
            one.Pass.Admits,
            one.Pass.MayPost,
            Crossing.Of(one.Pass.Kind, one.Pass.Posture),
            one.Pass.MayNotify ? Reach.Of(one.Pass, present) : null));

    private sealed record Row(
        string Id,
        string Name,
        string Purpose,
        string Assumptions,
        long TermsVersion,
        string Posture,
        long Exercise,
        string Convenor,
        string ConvenorName)
    {
        public Group Show(MembershipRow? membership, IReadOnlyList<Channel> channels) => new(
            Id,
            Name,
            Purpose,
            Assumptions,
            TermsVersion,
            membership?.AcceptedTerms == TermsVersion,
            Posture,
            Exercise == 1,
            new Convenor(ConvenorName),
            channels);
    }
}
