using System.Data.Common;
using ContactGroup.Hosting.Authentication;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>What was taken back from a target. It stays: from then on the target gets the item only as a coordinator releases it anew.</summary>
internal sealed record RecallRow(string Target, long At, string Reason);

/// <summary>Recalls of items.</summary>
internal static class RecallRows
{
    public static async Task<Dictionary<string, RecallRow>> OfItemAsync(DbConnection connection, string item)
    {
        var rows = await connection.QueryAsync<RecallRow>("SELECT target AS Target, at AS At, reason AS Reason FROM recalls WHERE item = @item", new { item });
        return rows.ToDictionary(row => row.Target, StringComparer.Ordinal);
    }

    /// <summary>
    /// Takes an item back from a target. INVARIANT: everything that was released to it before counts no more, so that no later version and no looser
    /// rule brings it back, and nobody's answer to a request from before it does.
    /// </summary>
    public static Task<int> AddAsync(DbConnection connection, string item, RecallRow recall, IReadOnlyList<string> audiences, Participant by) =>
        connection.ExecuteAsync(
            """
            INSERT INTO recalls (item, target, at, person, organisation, reason) VALUES (@item, @Target, @At, @person, @organisation, @Reason)
            ON CONFLICT (item, target) DO UPDATE SET at = excluded.at, person = excluded.person, organisation = excluded.organisation, reason = excluded.reason;
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
                person = by.PersonId,
                organisation = by.OrganisationId,
                audiences,
                declined = (int)WideningState.Declined,
                asked = (int)WideningState.Asked,
                overtaken = (int)ReviewState.Overtaken,
                released = (int)ReviewState.Released,
            });
}
