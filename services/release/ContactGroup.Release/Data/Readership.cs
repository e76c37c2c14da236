using System.Data.Common;
using System.Text.Json;
using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Domain;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>
/// Which streams a person reads. Every read of this service starts here: a query that does not carry these streams finds nothing. INVARIANT: membership
/// counts only while the person's session says the same organisation, constituency and force. The epoch is of the stream and of the membership: a
/// cursor from before somebody left is not one of who came back.
/// </summary>
internal static class Readership
{
    public static async Task<IReadOnlyList<ReadableStream>> OfAsync(DbConnection connection, WhoAsks who)
    {
        var audience = new Audience(who.Constituency, who.Force);
        if (!audience.IsKnown || who.Organisation is null)
        {
            return [];
        }

        var rows = await connection.QueryAsync<Row>(
            """
            SELECT s.stream AS Stream, s.scope AS Scope, s.epoch AS Epoch, m.joined AS Joined, t.stream AS Closing, s.head AS Head, c.channel AS Channel, c.grp AS Grp, c.name AS Name,
                c.kind AS Kind, c.admits AS Admits, c.posture AS Posture, c.exercise AS Exercise
            FROM members m JOIN channels c ON c.grp = m.grp JOIN streams s ON s.channel = c.channel LEFT JOIN tightenings t ON t.stream = s.stream
            WHERE m.person = @Person AND m.member = 1 AND m.organisation = @Organisation AND m.constituency = @constituency
                AND COALESCE(m.force, '') = @force
                AND ((s.scope = 1 AND s.subject = @audience) OR (s.scope = 2 AND s.subject = @owner) OR (s.scope = 3 AND @coordinates = 1))
            ORDER BY c.channel, s.scope
            """,
            new
            {
                who.Person,
                who.Organisation,
                constituency = (int)who.Constituency,
                force = who.Force ?? string.Empty,
                audience = audience.ToString(),
                owner = Ownership.Subject(who.Organisation, audience),
                coordinates = who.Constituency == Constituency.Coordination ? 1 : 0,
            });
        return [.. rows.Select(row => row.ToStream()).Where(stream => stream.Channel.Admits(audience))];
    }

    private sealed record Row(
        string Stream, long Scope, long Epoch, long Joined, string? Closing, long Head, string Channel, string Grp, string Name, long Kind, string Admits, long Posture, long Exercise)
    {
        public ReadableStream ToStream() => new(
            Stream,
            (StreamScope)Scope,
            Epoch | (Joined << 32),
            Head,
            new ChannelState(
                Channel,
                Grp,
                Name,
                (ChannelKind)Kind,
                (Posture)Posture,
                JsonSerializer.Deserialize<string[]>(Admits, ViewJson.Options) ?? [],
                Exercise == 1),
            Closing is not null);
    }
}

/// <summary>A stream the person may read now; not its content while it is closed.</summary>
internal sealed record ReadableStream(string Stream, StreamScope Scope, long Epoch, long Head, ChannelState Channel, bool Closed)
{
    /// <summary>Refuses to read content of a stream that is being tightened. INVARIANT: every read of entries or items asks this.</summary>
    public void RequireOpen()
    {
        if (Closed)
        {
            throw new RefusedException(ProblemCode.Unavailable);
        }
    }
}
