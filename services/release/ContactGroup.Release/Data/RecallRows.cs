using System.Data.Common;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Release.Domain;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>What was taken back from a target. It stays: from then on the target gets the item only as a coordinator releases it anew.</summary>
/// <param name="Target">A side, or one force.</param>
/// <param name="At">When, microseconds.</param>
/// <param name="Reason">Why.</param>
/// <param name="Redaction">What a coordinator had changed of it for the target; null when nothing.</param>
internal sealed record RecallRow(string Target, long At, string Reason, string? Redaction = null)
{
    public Redaction? Edits => Domain.Redaction.Read(Redaction);
}

/// <summary>Recalls of items.</summary>
internal static class RecallRows
{
    public static async Task<Dictionary<string, RecallRow>> OfItemAsync(DbConnection connection, string item)
    {
        var rows = await connection.QueryAsync<RecallRow>("SELECT target AS Target, at AS At, reason AS Reason, redaction AS Redaction FROM recalls WHERE item = @item", new { item });
        return rows.ToDictionary(row => row.Target, StringComparer.Ordinal);
    }

    /// <summary>
    /// Takes an item back from a target. INVARIANT: everything that was released to it before counts no more, so that no later version and no looser
    /// rule brings it back, and nobody's answer to a request from before it does. What a coordinator had changed of it is kept with the recall.
    /// </summary>
    public static Task<int> AddAsync(DbConnection connection, string item, RecallRow recall, IReadOnlyList<string> audiences, Participant by) =>
        connection.ExecuteAsync(
            """
            INSERT INTO recalls (item, target, at, person, organisation, reason, redaction)
            VALUES (@item, @Target, @At, @person, @organisation, @Reason, @Redaction)
            ON CONFLICT (item, target) DO UPDATE SET at = excluded.at, person = excluded.person, organisation = excluded.organisation, reason = excluded.reason,
                redaction = COALESCE(excluded.redaction, recalls.redaction);
            DELETE FROM releases WHERE item = @item AND audience IN @audiences;
            UPDATE widenings SET state = @declined WHERE item = @item AND target = @Target AND state = @asked;
            UPDATE reviews SET state = @overtaken WHERE item = @item AND target = @Target AND state = @released;
            """,
            new
            {
                item,
                recall.Target,
                recall.At,
                recall.Reason,
                recall.Redaction,
                person = by.PersonId,
                organisation = by.OrganisationId,
                audiences,
                declined = (int)WideningState.Declined,
                asked = (int)WideningState.Asked,
                overtaken = (int)ReviewState.Overtaken,
                released = (int)ReviewState.Released,
            });
}
