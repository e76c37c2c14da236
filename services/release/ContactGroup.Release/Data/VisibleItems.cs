using System.Data.Common;
using System.Globalization;
using System.Text;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Domain;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>
/// Items as a reader's streams hold them now. An item held by way of the own organisation counts once, in that fuller view. Filters and search look at
/// shown values only, so no filter can ask about what is withheld.
/// </summary>
internal static class VisibleItems
{
    private const string Columns =
        "h.item AS Item, h.revision AS Revision, h.released_at AS ReleasedAt, v.body AS Body, v.hash AS Hash, v.kind AS Kind, h.stream AS Stream, h.changed AS Changed, h.seq AS Seq";

    // From the instant an item expires it is absent, also in the moment before its recall is written. Few rows: the index holds only what is due.
    private const string Expired = "(SELECT item FROM items WHERE expires_at <= @now AND expired = 0)";

    /// <summary>
    /// The item as the reader holds it at an instant. Asked stream by stream of the reader: an index over items would lead to what others hold of it, and take
    /// the longer the more of them there are.
    /// </summary>
    public static async Task<VisibleItem?> FindAsync(DbConnection connection, IReadOnlyList<ReadableStream> streams, string item, DateTimeOffset at)
    {
        var open = streams.Where(stream => !stream.Closed).ToList();
        var own = Names(open, StreamScope.Organisation);
        var rows = await connection.QueryAsync<VisibleItem>(
            $"""
            SELECT {Columns} FROM streams s CROSS JOIN {HeldThere(connection)} JOIN views v ON v.view = h.view
            WHERE s.stream IN @mine AND h.stream = s.stream AND h.item = @item AND (s.stream IN @own OR h.item NOT IN {Expired})
            """,
            new { item, own, mine = own.Concat(Names(open, StreamScope.Audience)), now = at.ToMicroseconds() });
        var found = rows.OrderByDescending(row => own.Contains(row.Stream, StringComparer.Ordinal)).FirstOrDefault();
        if (found is null)
        {
            RequireOpen(streams); // Not found in what is open says nothing while something is closed, whatever the id.
        }

        return found;
    }

    /// <summary>
    /// By which entry of a stream the reader's streams hold some items at an instant. The entry and not the revision tells whether it is the same view: what comes
    /// again after a recall begins with the first revision.
    /// </summary>
    public static async Task<HashSet<(string Stream, long Seq)>> HeldByAsync(
        DbConnection connection, IReadOnlyList<ReadableStream> streams, IReadOnlyList<VisibleItem> items, DateTimeOffset at)
    {
        var rows = await connection.QueryAsync<(string Stream, long Seq)>(
            $"""
            SELECT stream AS Stream, seq AS Seq FROM held
            WHERE stream IN @mine AND item IN @items AND (stream IN @own OR item NOT IN {Expired})
            """,
            new
            {
                items = items.Select(item => item.Item),
                mine = streams.Select(stream => stream.Stream).Intersect(items.Select(item => item.Stream), StringComparer.Ordinal),
                own = Names(streams, StreamScope.Organisation),
                now = at.ToMicroseconds(),
            });
        return [.. rows];
    }

    /// <summary>A page of what the reader's streams hold, how many there are of it in all, and whether the page ended before it had so many as were asked for.</summary>
    public static async Task<(IReadOnlyList<VisibleItem> Items, long Count, bool Cut)> QueryAsync(
        DbConnection connection, IReadOnlyList<ReadableStream> streams, ItemFilter filter, DateTimeOffset at)
    {
        if (streams.Count == 0)
        {
            return ([], 0, Cut: false);
        }

        RequireOpen(streams);
        var from = new StringBuilder(
            $"""
            FROM held h JOIN views v ON v.view = h.view
            WHERE (h.stream IN @own
                OR (h.stream IN @audience AND h.item NOT IN (SELECT item FROM held WHERE stream IN @own) AND h.item NOT IN {Expired}))
            """);
        Append(from, filter.Kind, " AND v.kind = @Kind");
        Append(from, filter.Kinds, " AND v.kind IN @kinds");
        Append(from, filter.Status, " AND v.status = @Status");
        Append(from, filter.Urgent, " AND v.urgent = @urgent");
        Append(from, filter.From, " AND v.happened_from >= @From");
        Append(from, filter.To, " AND v.happened_from < @To");
        Append(from, filter.Words, $" AND (h.stream, h.item) IN ({HeldWords.Matching(connection)})");
        Append(from, filter.Box, " AND v.lat BETWEEN @South AND @North AND v.lon BETWEEN @West AND @East");

        var parameters = new DynamicParameters(filter);
        parameters.Add("match", filter.Words is { } words ? HeldWords.Query(connection, words, streams.Select(stream => stream.Stream)) : null);
        parameters.AddDynamicParams(filter.Box ?? new Box(0, 0, 0, 0));
        parameters.Add("now", at.ToMicroseconds());
        parameters.Add("kinds", filter.Kinds);
        parameters.Add("urgent", filter.Urgent is { } urgent ? urgent ? 1 : 0 : null);
        parameters.Add("own", Names(streams, StreamScope.Organisation));
        parameters.Add("audience", Names(streams, StreamScope.Audience));
        var count = await connection.QuerySingleAsync<long>($"SELECT COUNT(*) {from}", parameters);
        Append(from, filter.BeforeItem, " AND (h.released_at < @BeforeTime OR (h.released_at = @BeforeTime AND h.item > @BeforeItem))");
        var page = string.Create(CultureInfo.InvariantCulture, $"SELECT {Columns} {from} ORDER BY h.released_at DESC, h.item LIMIT {filter.Limit}");
        var (items, cut) = await PageBytes.ReadAsync<VisibleItem, VisibleItem>(connection, page, parameters, item => item, item => item.Body.Length, filter.Bytes);
        return (items, count, cut);
    }

    // One engine keeps the order of a cross join; the other one only that of what cannot be taken apart.
    private static string HeldThere(DbConnection connection) => connection.Engine() == StoreEngine.Sqlite
        ? "held h"
        : "LATERAL (SELECT * FROM held WHERE stream = s.stream AND item = @item OFFSET 0) h";

    /// <summary>Refuses while one of them is being tightened.</summary>
    public static void RequireOpen(IReadOnlyList<ReadableStream> streams)
    {
        foreach (var stream in streams)
        {
            stream.RequireOpen();
        }
    }

    private static void Append<T>(StringBuilder sql, T? value, string condition)
    {
        if (value is not null)
        {
            sql.Append(condition);
        }
    }

    private static string[] Names(IReadOnlyList<ReadableStream> streams, StreamScope scope) =>
        [.. streams.Where(stream => stream.Scope == scope).Select(stream => stream.Stream)];
}

/// <summary>An item as held by one of the reader's streams.</summary>
internal sealed record VisibleItem(string Item, long Revision, long ReleasedAt, byte[] Body, string Hash, string Kind, string Stream, string? Changed, long Seq)
{
    /// <summary>The JSON of the item.</summary>
    public byte[] Json => Frames.Item(Item, Revision, ReleasedAt, Body, Changed);

    /// <summary>Changes exactly when what this reader sees changes.</summary>
    public string ETag => string.Create(CultureInfo.InvariantCulture, $"\"{Revision}-{Hash[..16]}\"");
}

/// <summary>What to list. All bounds are of shown values.</summary>
internal sealed record ItemFilter(
    string? Kind, string? Status, long? From, long? To, SearchWords? Words, Box? Box, long? BeforeTime, string? BeforeItem, int Limit)
{
    /// <summary>Any of these kinds; null for all.</summary>
    public string[]? Kinds { get; init; }

    /// <summary>Those that are urgent for whoever is shown them, or those that are not; null for all.</summary>
    public bool? Urgent { get; init; }

    /// <summary>Bytes of views after which the page ends; null without a bound.</summary>
    public int? Bytes { get; init; }
}

/// <summary>A box of positions, decimal degrees WGS84.</summary>
internal sealed record Box(double West, double South, double East, double North);
