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

/// <summary>A review of what one target would get of an item.</summary>
internal sealed record ReviewRow(
    string Review, string Item, string Channel, string Target, long Version, string Hash, string Proposals, long State, long OpenedAt, string? Note)
{
    public ReviewState Progress => (ReviewState)State;

    public IReadOnlyList<Proposal> Proposed => JsonSerializer.Deserialize<Proposal[]>(Proposals, ViewJson.Options) ?? [];
}

/// <summary>Reviews and what coordinators released.</summary>
internal static class ReviewRows
{
    private const string Columns =
        "review AS Review, item AS Item, channel AS Channel, target AS Target, version AS Version, hash AS Hash, proposals AS Proposals, state AS State, opened_at AS OpenedAt, note AS Note";

    /// <summary>The latest review per target of an item.</summary>
    public static async Task<Dictionary<string, ReviewRow>> LatestAsync(DbConnection connection, string item)
    {
        var rows = await connection.QueryAsync<ReviewRow>(
            $"SELECT {Columns} FROM reviews WHERE item = @item ORDER BY opened_at, version", new { item });
        return rows.GroupBy(row => row.Target, StringComparer.Ordinal).ToDictionary(rows => rows.Key, rows => rows.Last(), StringComparer.Ordinal);
    }

    public static Task<ReviewRow?> FindAsync(DbConnection connection, string review) =>
        connection.QuerySingleOrDefaultAsync<ReviewRow?>($"SELECT {Columns} FROM reviews WHERE review = @review", new { review });

    public static async Task<IReadOnlyList<ReviewRow>> OpenAsync(DbConnection connection, IReadOnlyCollection<string> channels, int limit)
    {
        var rows = await connection.QueryAsync<ReviewRow>(
            $"SELECT {Columns} FROM reviews WHERE state = 0 AND channel IN @channels ORDER BY opened_at, review LIMIT @limit", new { channels, limit });
        return rows.AsList();
    }

    public static Task<int> AddAsync(DbConnection connection, ReviewRow row) =>
        connection.ExecuteAsync(
            """
            INSERT INTO reviews (review, item, channel, target, version, hash, proposals, state, opened_at)
            VALUES (@Review, @Item, @Channel, @Target, @Version, @Hash, @Proposals, @State, @OpenedAt)
            """,
            row);

    /// <summary>Closes an open review; false when it is not open any more.</summary>
    public static async Task<bool> CloseAsync(DbConnection connection, string review, ReviewState state, long at, string? by, string? note) =>
        await connection.ExecuteAsync(
            "UPDATE reviews SET state = @state, decided_at = @at, decided_by = @by, note = @note WHERE review = @review AND state = 0",
            new { review, state = (int)state, at, by, note }) == 1;

    /// <summary>What coordinators released of an item, by audience.</summary>
    public static async Task<Dictionary<string, string>> ReleasedAsync(DbConnection connection, string item)
    {
        var rows = await connection.QueryAsync<(string Audience, string Hash)>("SELECT audience, hash FROM releases WHERE item = @item", new { item });
        return rows.ToDictionary(row => row.Audience, row => row.Hash, StringComparer.Ordinal);
    }

    /// <summary>Notes the release of one view, to every audience that the review proposes it for. A view that was not shown is not released.</summary>
    public static Task<int> ReleaseAsync(DbConnection connection, ReviewRow review, string shown) =>
        connection.ExecuteAsync(
            """
            INSERT INTO releases (item, audience, hash, disclosure, review) VALUES (@Item, @Audience, @Hash, @Disclosure, @Review)
            ON CONFLICT (item, audience) DO UPDATE SET hash = excluded.hash, disclosure = excluded.disclosure, review = excluded.review
            """,
            review.Proposed.Where(proposal => string.Equals(proposal.Hash, shown, StringComparison.Ordinal)).Select(proposal => new { review.Item, proposal.Audience, proposal.Hash, proposal.Disclosure, review.Review }));
}
