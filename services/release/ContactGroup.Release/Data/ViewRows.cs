using System.Data.Common;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Domain;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>Views, each distinct one stored once however many audiences share it.</summary>
internal static class ViewRows
{
    /// <summary>Stores those that are not there yet; the number of each by its key.</summary>
    /// <param name="connection">The connection, inside a transaction.</param>
    /// <param name="views">Each distinct view once.</param>
    public static async Task<Dictionary<string, long>> EnsureAsync(DbConnection connection, IReadOnlyList<ItemView> views)
    {
        var stored = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var alike in views.GroupBy(view => (HasTime: view.HappenedFrom is not null, HasPlace: view is { Lat: not null, Lon: not null })))
        {
            var (time, place) = (alike.Key.HasTime ? ", happened_from" : string.Empty, alike.Key.HasPlace ? ", lat, lon" : string.Empty);
            var into = $"views (hash, sameness, kind, status, body, caveats, urgent{time}{place})";
            foreach (var (key, number) in await connection.InsertAsync(into, alike.Select(Row), "hash", "view", "ON CONFLICT (hash) DO NOTHING"))
            {
                stored.Add(key, number);
            }
        }

        return stored.Count == views.Count ? stored : await WithKnownAsync(connection, stored, views);
    }

    /// <summary>The bytes of a view.</summary>
    public static Task<byte[]?> BodyAsync(DbConnection connection, long view) =>
        connection.QuerySingleOrDefaultAsync<byte[]?>("SELECT body FROM views WHERE view = @view", new { view });

    /// <summary>Removes a view that nobody holds and no entry shows any more: what was taken back is gone from the store as well.</summary>
    public static Task ScrubAsync(DbConnection connection, long view) => connection.ExecuteAsync(
        """
        DELETE FROM views WHERE view = @view
        AND NOT EXISTS (SELECT 1 FROM held WHERE held.view = @view)
        AND NOT EXISTS (SELECT 1 FROM entries WHERE entries.view = @view)
        """,
        new { view });

    private static async Task<Dictionary<string, long>> WithKnownAsync(DbConnection connection, Dictionary<string, long> stored, IReadOnlyList<ItemView> views)
    {
        var keys = views.Select(view => view.Key).Where(key => !stored.ContainsKey(key)).ToList();
        foreach (var (key, number) in await connection.QueryAsync<(string Hash, long View)>("SELECT hash, view FROM views WHERE hash IN @keys", new { keys }))
        {
            stored.Add(key, number);
        }

        return stored;
    }

    private static object[] Row(ItemView view) =>
    [
        view.Key,
        view.Hash,
        view.Kind,
        view.Status,
        view.Body,
        view.CaveatBits,
        view.IsUrgent ? 1 : 0,
        .. view.HappenedFrom is { } from ? (object[])[from] : [],
        .. view is { Lat: { } lat, Lon: { } lon } ? (object[])[lat, lon] : [],
    ];
}
