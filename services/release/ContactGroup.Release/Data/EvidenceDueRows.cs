using System.Data.Common;
using ContactGroup.Release.Domain.Records;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>Incidents for which a record is still to be kept.</summary>
internal static class EvidenceDueRows
{
    public static Task<int> AddAsync(DbConnection connection, EvidenceLink link, long next) => connection.ExecuteAsync(
        """
        INSERT INTO evidence_due (item, incident, organisation, affected_version, tries, next_at)
        VALUES (@Item, @Incident, @Organisation, @Version, 0, @next) ON CONFLICT DO NOTHING
        """,
        new { link.Item, link.Incident, link.Organisation, link.Version, next });

    /// <summary>How many of an organisation wait, counted no further than this many: it is asked with each that is added, and they have no bound.</summary>
    public static Task<long> CountAsync(DbConnection connection, string organisation, int most) => connection.ExecuteScalarAsync<long>(
        "SELECT COUNT(*) FROM (SELECT 1 FROM evidence_due WHERE organisation = @organisation LIMIT @most) counted", new { organisation, most });

    /// <summary>Those whose time has come: the oldest of each organisation first, then the next of each. Who links without end keeps nobody waiting but themselves.</summary>
    public static async Task<IReadOnlyList<EvidenceLink>> NextAsync(DbConnection connection, long now, int most)
    {
        var rows = await connection.QueryAsync<Row>(
            """
            SELECT item AS Item, incident AS Incident, organisation AS Organisation, affected_version AS Version FROM (
                SELECT item, incident, organisation, affected_version, next_at,
                    ROW_NUMBER() OVER (PARTITION BY organisation ORDER BY next_at, item, incident) AS turn
                FROM evidence_due WHERE next_at <= @now) due
            ORDER BY turn, next_at, item, incident LIMIT @most
            """,
            new { now, most });
        return [.. rows.Select(row => new EvidenceLink(row.Item, row.Incident, row.Organisation, (int?)row.Version))];
    }

    /// <summary>Tries again later, each time after twice as long.</summary>
    /// <param name="connection">The connection, inside a transaction.</param>
    /// <param name="link">Which one.</param>
    /// <param name="now">Microseconds.</param>
    /// <param name="first">How long after the first try, microseconds.</param>
    /// <param name="longest">How long at most, microseconds.</param>
    public static async Task PutOffAsync(DbConnection connection, EvidenceLink link, long now, long first, long longest)
    {
        var tries = await connection.QuerySingleOrDefaultAsync<long>(
            "UPDATE evidence_due SET tries = tries + 1 WHERE item = @Item AND incident = @Incident RETURNING tries", new { link.Item, link.Incident });
        var next = now + Math.Min(longest, first << (int)Math.Min(tries, 16));
        await connection.ExecuteAsync(
            "UPDATE evidence_due SET next_at = @next WHERE item = @Item AND incident = @Incident", new { link.Item, link.Incident, next });
    }

    public static Task<int> RemoveAsync(DbConnection connection, EvidenceLink link) => connection.ExecuteAsync(
        "DELETE FROM evidence_due WHERE item = @Item AND incident = @Incident", new { link.Item, link.Incident });

    private sealed record Row(string Item, string Incident, string Organisation, long? Version);
}
