using System.Data.Common;
using System.Text.Json;
using ContactGroup.Release.Domain;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>State of a review. Stored as a number: never renumber.</summary>
internal enum ReviewState
{
    /// <summary>Waits for a coordinator.</summary>
    Open = 0,

    /// <summary>Released as proposed.</summary>
    Released = 1,

    /// <summary>Returned to the author with a reason.</summary>
    Returned = 2,

    /// <summary>Overtaken by a later version, or no longer asked for.</summary>
    Overtaken = 3,
}

/// <summary>What one audience would get.</summary>
internal sealed record Proposal(string Audience, long Disclosure, string Hash);

/// <summary>A review of what one target would get of an item. <c>Stood</c> is where the item stood in its life when it was decided, or stands while it is open.</summary>
internal sealed record ReviewRow(
    string Review, string Item, string Channel, string Target, long Version, string Hash, string Proposals, long State, long OpenedAt, string? Note, string? Record = null, long Widening = 0, long? DecidedAt = null, string? Stood = null)
{
    public ReviewState Progress => (ReviewState)State;

    public IReadOnlyList<Proposal> Proposed => JsonSerializer.Deserialize<Proposal[]>(Proposals, ViewJson.Options) ?? [];
}

/// <summary>Reviews and what coordinators released.</summary>
internal static class ReviewRows
{
    private const string Columns =
        "review AS Review, item AS Item, channel AS Channel, target AS Target, version AS Version, hash AS Hash, proposals AS Proposals, state AS State, opened_at AS OpenedAt, note AS Note, record AS Record, widening AS Widening, decided_at AS DecidedAt, stood AS Stood";

    /// <summary>
    /// The latest review per target of an item: the one that was opened last, whatever the clock said. However often the item changed, only those are read.
    /// </summary>
    public static async Task<Dictionary<string, ReviewRow>> LatestAsync(DbConnection connection, string item)
    {
        var rows = await connection.QueryAsync<ReviewRow>(
            $"SELECT {Columns} FROM reviews WHERE rowid IN (SELECT MAX(rowid) FROM reviews WHERE item = @item GROUP BY target)", new { item });
        return rows.ToDictionary(row => row.Target, StringComparer.Ordinal);
    }

    /// <summary>What coordinators decided about an item, oldest first.</summary>
    public static async Task<IReadOnlyList<ReviewRow>> DecidedAsync(DbConnection connection, string item, int limit)
    {
        var rows = await connection.QueryAsync<ReviewRow>(
            $"SELECT {Columns} FROM reviews WHERE item = @item AND state IN (1, 2) ORDER BY decided_at, version, review LIMIT @limit", new { item, limit });
        return rows.AsList();
    }

    public static Task<ReviewRow?> FindAsync(DbConnection connection, string review) =>
        connection.QuerySingleOrDefaultAsync<ReviewRow?>($"SELECT {Columns} FROM reviews WHERE review = @review", new { review });

    public static async Task<IReadOnlyList<ReviewRow>> OpenAsync(DbConnection connection, IReadOnlyCollection<string> channels, int limit)
    {
        var rows = await connection.QueryAsync<ReviewRow>(
            $"SELECT {Columns} FROM reviews WHERE state = 0 AND channel IN @channels ORDER BY opened_at, review LIMIT @limit", new { channels, limit });
        return rows.AsList();
    }

    /// <summary>Those of some reviews that wait, each with the hash of what would cross.</summary>
    public static async Task<HashSet<(string Review, string Hash)>> StillOpenAsync(DbConnection connection, IReadOnlyList<string> reviews) =>
        [.. await connection.QueryAsync<(string Review, string Hash)>("SELECT review AS Review, hash AS Hash FROM reviews WHERE state = 0 AND review IN @reviews", new { reviews })];

    public static Task<int> AddAsync(DbConnection connection, ReviewRow row) =>
        connection.ExecuteAsync(
            """
            INSERT INTO reviews (review, item, channel, target, version, hash, proposals, state, opened_at, widening, stood)
            VALUES (@Review, @Item, @Channel, @Target, @Version, @Hash, @Proposals, @State, @OpenedAt, @Widening, @Stood)
            """,
            row);

    /// <summary>Notes where the item stands that an open review is about.</summary>
    public static Task<int> StandsAsync(DbConnection connection, string review, string stood) =>
        connection.ExecuteAsync("UPDATE reviews SET stood = @stood WHERE review = @review AND state = 0", new { review, stood });

    /// <summary>Closes an open review; false when it is not open any more.</summary>
    public static async Task<bool> CloseAsync(
        DbConnection connection, string review, ReviewState state, long at, string? by, string? note, ReviewRecord? record = null) =>
        await connection.ExecuteAsync(
            """
            UPDATE reviews SET state = @state, decided_at = @at, decided_by = @by, note = @note, record = @record
            WHERE review = @review AND state = 0
            """,
            new { review, state = (int)state, at, by, note, record = record?.Write() }) == 1;
}
