using System.Data.Common;
using System.Text.Json.Nodes;
using ContactGroup.Release.Domain;
using ContactGroup.Release.Domain.Records;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>Records of notifications as they were when incidents were linked to them. INVARIANT: written once for an incident and an item, never changed, never removed.</summary>
internal static class EvidenceRows
{
    /// <summary>When the record was kept, microseconds; null when none was.</summary>
    public static Task<long?> AtAsync(DbConnection connection, string item, string incident) =>
        connection.QuerySingleOrDefaultAsync<long?>("SELECT at FROM evidence_links WHERE item = @item AND incident = @incident", new { item, incident });

    /// <summary>Whether somebody of the organisation that notified was told that it was kept.</summary>
    public static async Task<bool> WasToldAsync(DbConnection connection, string item, string incident) => await connection.ExecuteScalarAsync<long>(
        "SELECT COUNT(*) FROM evidence_links WHERE item = @item AND incident = @incident AND told IS NOT NULL", new { item, incident }) > 0;

    /// <summary>Whether there is a record, kept or still to be kept, of which nobody of the organisation that notified was told.</summary>
    public static async Task<bool> IsUntoldAsync(DbConnection connection, string item, string incident) => await connection.ExecuteScalarAsync<long>(
        """
        SELECT (SELECT COUNT(*) FROM evidence_links WHERE item = @item AND incident = @incident AND told IS NULL)
            + (SELECT COUNT(*) FROM evidence_due WHERE item = @item AND incident = @incident AND told IS NULL)
        """,
        new { item, incident }) > 0;

    /// <summary>
    /// Notes that somebody of the organisation that notified is told of it now, whether its record is kept already or still to be kept. INVARIANT: whoever lost
    /// sight of the incident since does not lose the evidence.
    /// </summary>
    public static async Task TellAsync(DbConnection connection, string item, string incident, long at)
    {
        await connection.ExecuteAsync(
            "UPDATE evidence_links SET told = @at WHERE item = @item AND incident = @incident AND told IS NULL", new { item, incident, at });
        await connection.ExecuteAsync(
            "UPDATE evidence_due SET told = @at WHERE item = @item AND incident = @incident AND told IS NULL", new { item, incident, at });
    }

    /// <summary>A record of the notification that says what one of now would say; null when there is none.</summary>
    public static Task<long?> SameAsync(DbConnection connection, string item, string state) =>
        connection.QuerySingleOrDefaultAsync<long?>("SELECT MAX(record) FROM records WHERE item = @item AND state = @state", new { item, state });

    public static Task<long> AddAsync(DbConnection connection, string item, string state, long at, RecordFile record) => connection.QuerySingleAsync<long>(
        "INSERT INTO records (item, state, at, head, body) VALUES (@item, @state, @at, @Head, @body) RETURNING record",
        new { item, state, at, record.Head, body = Compressed.Of(record.Bytes) });

    /// <summary>Says which record was kept for an incident; that its owner was told of it before stays known.</summary>
    public static Task<int> LinkAsync(DbConnection connection, EvidenceLink link, long at, long record) => connection.ExecuteAsync(
        """
        INSERT INTO evidence_links (item, incident, organisation, affected_version, at, record, told)
        VALUES (@Item, @Incident, @Organisation, @Version, @at, @record, (SELECT told FROM evidence_due WHERE item = @Item AND incident = @Incident)) ON CONFLICT DO NOTHING
        """,
        new { link.Item, link.Incident, link.Organisation, link.Version, at, record });

    /// <summary>How many incidents of an organisation were linked since an instant: to any notification, and to this one.</summary>
    public static Task<(long All, long Item)> CountAsync(DbConnection connection, EvidenceLink link, long since) => connection.QuerySingleAsync<(long All, long Item)>(
        """
        SELECT COUNT(*) AS AllOfThem, COALESCE(SUM(CASE WHEN item = @Item THEN 1 ELSE 0 END), 0) AS OfItem FROM evidence_links
        WHERE organisation = @Organisation AND at > @since
        """,
        new { link.Item, link.Organisation, since });

    /// <summary>The file as it was kept, with the incident that it was kept for; null when none was.</summary>
    public static async Task<byte[]?> FileAsync(DbConnection connection, string item, string incident)
    {
        var kept = await connection.QuerySingleOrDefaultAsync<Kept?>(
            """
            SELECT r.state AS State, r.head AS Head, r.body AS Body, l.affected_version AS Version, l.at AS At
            FROM evidence_links l JOIN records r ON r.record = l.record WHERE l.item = @item AND l.incident = @incident
            """,
            new { item, incident });
        if (kept is null)
        {
            return null;
        }

        var file = new RecordFile(Compressed.Read(kept.Body), kept.Head);
        return kept.State[0] == '=' ? file.Bytes : file.With(KeptFor(incident, kept)).Bytes;
    }

    private static JsonObject KeptFor(string incident, Kept kept) => new()
    {
        ["kind"] = "kept-for",
        ["incident"] = incident,
        ["affectedVersion"] = kept.Version,
        ["at"] = Frames.Instant(kept.At),
    };

    private sealed record Kept(string State, string Head, byte[] Body, long? Version, long At);
}
