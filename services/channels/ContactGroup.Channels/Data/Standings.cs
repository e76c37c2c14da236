using System.Data.Common;
using ContactGroup.Channels.Domain;
using Dapper;

namespace ContactGroup.Channels.Data;

/// <summary>Reads what decides what a person may do in a channel, in one statement and so from one moment.</summary>
internal static class Standings
{
    private const string Select =
        """
        SELECT c.channel AS Channel, c.contact_group AS ContactGroup, c.name AS Name, c.kind AS Kind, c.admits AS Admits,
            c.opened_version AS OpenedVersion, g.posture AS Posture, g.exercise AS Exercise, g.terms_version AS TermsVersion,
            g.distance_version AS DistanceVersion, m.organisation AS Organisation, m.constituency AS Constituency, m.force_name AS Force,
            m.joined_version AS JoinedVersion, m.accepted_terms AS AcceptedTerms,
            g.posture_version AS PostureVersion
        FROM channels c
        JOIN contact_groups g ON g.contact_group = c.contact_group
        JOIN memberships m ON m.contact_group = c.contact_group AND m.person = @person AND m.member = 1
        """;

    public static Task<Standing?> FindAsync(DbConnection connection, string person, string channel) =>
        connection.QuerySingleOrDefaultAsync<Standing>($"{Select} WHERE c.channel = @channel", new { person, channel });

    public static async Task<IReadOnlyList<Standing>> OfPersonAsync(DbConnection connection, string person) =>
        (await connection.QueryAsync<Standing>(Select, new { person })).AsList();
}
