using System.Data.Common;
using ContactGroup.Classification;
using ContactGroup.Channels.Domain;
using ContactGroup.Contracts.Channels;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using Dapper;

namespace ContactGroup.Channels.Data;

/// <summary>A contact group as stored.</summary>
internal sealed record ContactGroupRow(
    string Id,
    string Name,
    string Posture,
    long Exercise,
    string Convenor,
    string ConvenorName,
    long TermsVersion,
    long Version,
    long DistanceVersion);

/// <summary>A channel as stored.</summary>
internal sealed record ChannelRow(string Id, string ContactGroup, string Name, string Kind, string Admits);

/// <summary>Contact groups and their channels.</summary>
internal static class ContactGroups
{
    private const string Columns =
        """
        contact_group AS Id, name AS Name, posture AS Posture, exercise AS Exercise, convenor AS Convenor, convenor_name AS ConvenorName,
        terms_version AS TermsVersion, version AS Version, distance_version AS DistanceVersion
        """;

    public static Task<ContactGroupRow?> FindAsync(DbConnection connection, string group) =>
        connection.QuerySingleOrDefaultAsync<ContactGroupRow>($"SELECT {Columns} FROM contact_groups WHERE contact_group = @group", new { group });

    public static Task<ContactGroupRow?> FindByNameAsync(DbConnection connection, string name) =>
        connection.QueryFirstOrDefaultAsync<ContactGroupRow>($"SELECT {Columns} FROM contact_groups WHERE name = @name", new { name });

    /// <summary>
    /// The group, for a coordinator who belongs to it or to the organisation that convenes it. A member who is no coordinator may know why not.
    /// </summary>
    public static async Task<ContactGroupRow> RequireForCoordinatorAsync(DbConnection connection, Participant who, string group)
    {
        var found = await FindAsync(connection, group) ?? throw new RefusedException(ProblemCode.NotFound);
        var member = await Memberships.FindCurrentAsync(connection, who.Asks, group);
        return who.IsCoordinator && (member is not null || who.OrganisationId == found.Convenor) ? found
            : throw new RefusedException(member is null ? ProblemCode.NotFound : ProblemCode.RoleNotAllowed);
    }

    /// <summary>Raises the group's version by one and returns it.</summary>
    public static Task<long> NextVersionAsync(WriteScope scope, string group) => scope.Connection.ExecuteScalarAsync<long>(
        "UPDATE contact_groups SET version = version + 1 WHERE contact_group = @group RETURNING version", new { group });

    public static async Task<IReadOnlyList<ChannelRow>> ChannelsAsync(DbConnection connection, string group) =>
        (await connection.QueryAsync<ChannelRow>(
            """
            SELECT channel AS Id, contact_group AS ContactGroup, name AS Name, kind AS Kind, admits AS Admits
            FROM channels WHERE contact_group = @group
            """,
            new { group })).AsList();

    /// <summary>Tells what a channel is now. In the channel's own partition: before anything that is written in it.</summary>
    public static void Tell(WriteScope scope, ContactGroupRow group, ChannelRow channel, Posture posture, long version) =>
        scope.Publish(channel.Id, StateOf(group, channel, posture, version));

    /// <summary>What every channel of a group is now.</summary>
    public static async Task<IReadOnlyList<ChannelChanged>> StatesAsync(DbConnection connection, string group)
    {
        var now = (await FindAsync(connection, group))!;
        return [.. (await ChannelsAsync(connection, group))
            .Select(channel => StateOf(now, channel, ChannelCodes.Posture.Read(now.Posture), now.Version))];
    }

    private static ChannelChanged StateOf(ContactGroupRow group, ChannelRow channel, Posture posture, long version) => new(
        channel.Id,
        group.Id,
        channel.Name,
        ChannelCodes.Kind.Read(channel.Kind),
        channel.Admits.Split(' '),
        posture,
        group.Exercise == 1,
        version);
}
