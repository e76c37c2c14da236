using System.Data.Common;
using System.Text.Json;
using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Release.Domain;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>Channels and who is in them, as told by <c>channels</c>.</summary>
internal static class ChannelRows
{
    private const string Columns = "channel AS Channel, grp AS Grp, name AS Name, kind AS Kind, admits AS Admits, posture AS Posture, exercise AS Exercise, version AS Version";

    public static async Task<ChannelState?> FindAsync(DbConnection connection, string channel)
    {
        var row = await connection.QuerySingleOrDefaultAsync<Row>($"SELECT {Columns} FROM channels WHERE channel = @channel", new { channel });
        return row?.ToState();
    }

    public static async Task<IReadOnlyList<ChannelState>> AllAsync(DbConnection connection)
    {
        var rows = await connection.QueryAsync<Row>($"SELECT {Columns} FROM channels ORDER BY channel");
        return [.. rows.Select(row => row.ToState())];
    }

    /// <summary>Channels of one kind in one posture.</summary>
    public static async Task<IReadOnlyList<ChannelState>> InPostureAsync(DbConnection connection, ChannelKind kind, Posture posture)
    {
        var rows = await connection.QueryAsync<Row>(
            $"SELECT {Columns} FROM channels WHERE kind = @kind AND posture = @posture ORDER BY channel", new { kind = (int)kind, posture = (int)posture });
        return [.. rows.Select(row => row.ToState())];
    }

    public static async Task<IReadOnlyList<ChannelState>> OfGroupAsync(DbConnection connection, string group)
    {
        var rows = await connection.QueryAsync<Row>($"SELECT {Columns} FROM channels WHERE grp = @group ORDER BY channel", new { group });
        return [.. rows.Select(row => row.ToState())];
    }

    /// <summary>Stores the state unless a newer one is there; says whether what it admits or discloses may have changed.</summary>
    public static async Task<bool> UpsertAsync(DbConnection connection, ChannelChanged changed)
    {
        var written = await connection.ExecuteAsync(
            """
            INSERT INTO channels (channel, grp, name, kind, admits, posture, exercise, version)
            VALUES (@Channel, @Group, @Name, @kind, @admits, @posture, @exercise, @Version)
            ON CONFLICT (channel) DO UPDATE SET name = excluded.name, kind = excluded.kind, admits = excluded.admits,
                posture = excluded.posture, exercise = excluded.exercise, version = excluded.version
            WHERE channels.version < excluded.version
            """,
            new
            {
                changed.Channel,
                changed.Group,
                changed.Name,
                kind = (int)changed.Kind,
                admits = JsonSerializer.Serialize(changed.Admits, ViewJson.Options),
                posture = (int)changed.Posture,
                exercise = changed.Exercise ? 1 : 0,
                changed.Version,
            });
        return written == 1;
    }

    /// <summary>Stores the membership unless a newer one is there.</summary>
    public static async Task<bool> UpsertAsync(DbConnection connection, MembershipChanged changed)
    {
        var written = await connection.ExecuteAsync(
            """
            INSERT INTO members (grp, person, organisation, constituency, force, member, version, joined)
            VALUES (@Group, @Person, @Organisation, @constituency, @Force, @member, @Version, @Joined)
            ON CONFLICT (grp, person) DO UPDATE SET organisation = excluded.organisation, constituency = excluded.constituency,
                force = excluded.force, member = excluded.member, version = excluded.version, joined = excluded.joined
            WHERE members.version < excluded.version
            """,
            new
            {
                changed.Group,
                changed.Person,
                changed.Organisation,
                constituency = (int)changed.Constituency,
                changed.Force,
                member = changed.Member ? 1 : 0,
                changed.Version,
                changed.Joined,
            });
        return written == 1;
    }

    /// <summary>
    /// Ends memberships at once, ahead of the fact that tells of it. INVARIANT: the version of the end is kept, so that a joining or a new name from
    /// before it, still on its way, gives no right back, and a joining after it keeps its own.
    /// </summary>
    public static Task<int> EndAsync(DbConnection connection, string person, MembershipEnd end) =>
        connection.ExecuteAsync(
            """
            INSERT INTO members (grp, person, organisation, constituency, force, member, version) VALUES (@Group, @person, '', 0, NULL, 0, @Version)
            ON CONFLICT (grp, person) DO UPDATE SET member = 0, version = excluded.version WHERE members.version <= excluded.version
            """,
            new { end.Group, person, end.Version });

    /// <summary>Audiences and organisations that have a member in the group.</summary>
    public static async Task<IReadOnlyList<(Audience Audience, string Organisation)>> PresentAsync(DbConnection connection, string group)
    {
        var rows = await connection.QueryAsync<(long Constituency, string? Force, string Organisation)>(
            "SELECT DISTINCT constituency, force, organisation FROM members WHERE grp = @group AND member = 1", new { group });
        return [.. rows
            .Select(row => (new Audience((Constituency)row.Constituency, row.Force), row.Organisation))
            .Where(row => row.Item1.IsKnown)];
    }

    private sealed record Row(string Channel, string Grp, string Name, long Kind, string Admits, long Posture, long Exercise, long Version)
    {
        public ChannelState ToState() => new(
            Channel,
            Grp,
            Name,
            (ChannelKind)Kind,
            (Posture)Posture,
            JsonSerializer.Deserialize<string[]>(Admits, ViewJson.Options) ?? [],
            Exercise == 1,
            Version);
    }
}
