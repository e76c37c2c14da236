using System.Data.Common;
using ContactGroup.Hosting.Storage;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>Who was given an item in a list or by itself, once per view.</summary>
internal static class ReceiptRows
{
    private const string Key = "ON CONFLICT (item, reader, stream, revision)";

    public static async Task AddAsync(DbConnection connection, long reader, IEnumerable<Given> given, long at)
    {
        var kinds = given.Distinct().ToLookup(one => one.Opened);
        await connection.UpsertAsync(
            "receipts (item, reader, stream, revision, received_at)",
            kinds[false].Select(one => (object[])[one.Item, reader, one.Stream, one.Revision, at]),
            Key + " DO NOTHING");
        await connection.UpsertAsync(
            "receipts (item, reader, stream, revision, received_at, opened_at)",
            kinds[true].Select(one => (object[])[one.Item, reader, one.Stream, one.Revision, at, at]),
            Key + " DO UPDATE SET opened_at = COALESCE(receipts.opened_at, excluded.opened_at)");
    }

    /// <summary>Everybody who was given the item, by whichever way, with the first time.</summary>
    public static async Task<IReadOnlyList<ReceiverRow>> OfItemAsync(DbConnection connection, string item)
    {
        var rows = await connection.QueryAsync<ReceiverRow>(
            """
            SELECT p.person AS Person, p.name AS Name, p.organisation AS Organisation, p.organisation_name AS OrganisationName,
                p.constituency AS Constituency, p.force AS Force, g.at AS ReceivedAt, g.opened AS OpenedAt
            FROM readers p JOIN (
                SELECT reader, MIN(at) AS at, MIN(opened) AS opened FROM (
                    SELECT r.reader, CASE WHEN r.from_at > s.at THEN r.from_at ELSE s.at END AS at, NULL AS opened
                    FROM spans s JOIN streams t ON t.stream = s.stream AND t.scope = 1
                        JOIN readings r ON r.stream = s.stream AND r.after < s.seq AND (r.through IS NULL OR r.through >= s.seq)
                            AND (s.ended_seq IS NULL OR s.ended_seq > r.head)
                    WHERE s.item = @item
                    UNION ALL
                    SELECT reader, received_at, opened_at FROM receipts WHERE item = @item) one
                GROUP BY reader) g ON g.reader = p.reader
            ORDER BY g.at, p.reader
            """,
            new { item });
        return rows.AsList();
    }
}

/// <summary>An item that is about to be given.</summary>
internal sealed record Given(string Item, string Stream, long Revision, bool Opened);

/// <summary>Somebody who was given an item.</summary>
internal sealed class ReceiverRow
{
    public required string Person { get; init; }

    public required string Name { get; init; }

    public required string Organisation { get; init; }

    public required string OrganisationName { get; init; }

    public long Constituency { get; init; }

    public required string Force { get; init; }

    /// <summary>When first, microseconds.</summary>
    public long ReceivedAt { get; init; }

    /// <summary>When they first asked for it by itself, microseconds.</summary>
    public long? OpenedAt { get; init; }
}
