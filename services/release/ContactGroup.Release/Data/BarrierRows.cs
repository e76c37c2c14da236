using System.Data.Common;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>Which streams are being tightened, and which are still to be loosened.</summary>
internal static class BarrierRows
{
    /// <summary>Closes a stream until all it holds was looked at again.</summary>
    public static Task<int> TightenAsync(DbConnection connection, string stream, string channel) => connection.ExecuteAsync(
        "INSERT INTO tightenings (stream, channel, after_item) VALUES (@stream, @channel, '') ON CONFLICT (stream) DO UPDATE SET after_item = ''",
        new { stream, channel });

    /// <summary>
    /// Holds back what a stream is to get by new rules, until the loosening brings it. What an overtaken change had collected is forgotten: it is
    /// collected again, by the newest rules.
    /// </summary>
    public static async Task HoldBackAsync(DbConnection connection, string stream, string channel, long notBefore)
    {
        await connection.ExecuteAsync("DELETE FROM growths WHERE stream = @stream", new { stream });
        await connection.ExecuteAsync(
            """
            INSERT INTO loosenings (stream, channel, until_ord, not_before)
            VALUES (@stream, @channel, COALESCE((SELECT MAX(ord) FROM items), 0), @notBefore)
            ON CONFLICT (stream) DO UPDATE SET until_ord = excluded.until_ord, not_before = excluded.not_before
            """,
            new { stream, channel, notBefore });
    }

    public static async Task<bool> IsClosedAsync(DbConnection connection, string stream) =>
        await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM tightenings WHERE stream = @stream", new { stream }) > 0;

    public static async Task<IReadOnlyList<string>> ClosedAsync(DbConnection connection) =>
        (await connection.QueryAsync<string>("SELECT stream FROM tightenings ORDER BY stream")).AsList();

    /// <summary>Streams of a channel that are still to be loosened.</summary>
    public static async Task<HashSet<string>> LooseningAsync(DbConnection connection, string channel)
    {
        var streams = await connection.QueryAsync<string>("SELECT stream FROM loosenings WHERE channel = @channel", new { channel });
        return streams.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The stream after the last one that had its turn, round and round; null when none is left.</summary>
    public static async Task<TighteningRow?> NextAsync(DbConnection connection, string last) =>
        await connection.QueryFirstOrDefaultAsync<TighteningRow>(
            """
            SELECT stream AS Stream, channel AS Channel, after_item AS AfterItem FROM tightenings
            ORDER BY CASE WHEN stream > @last THEN 0 ELSE 1 END, stream LIMIT 1
            """,
            new { last });

    /// <summary>Streams of a channel that hold back what they are to get of an item from before the change.</summary>
    public static async Task<HashSet<string>> HeldBackAsync(DbConnection connection, string channel, string item)
    {
        var streams = (await connection.QueryAsync<string>(
            """
            SELECT l.stream FROM loosenings l WHERE l.channel = @channel
            AND l.until_ord >= COALESCE((SELECT i.ord FROM items i WHERE i.item = @item), 0)
            """,
            new { channel, item })).AsList();
        return streams.Count == 0 ? [] : streams.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Notes that a stream is to get more of an item.</summary>
    public static Task<int> CollectAsync(DbConnection connection, string stream, string item) => connection.ExecuteAsync(
        "INSERT INTO growths (stream, ord, item) SELECT @stream, ord, item FROM items WHERE item = @item ON CONFLICT DO NOTHING", new { stream, item });
}

/// <summary>A stream that is being tightened, and how far.</summary>
internal sealed record TighteningRow(string Stream, string Channel, string AfterItem);
