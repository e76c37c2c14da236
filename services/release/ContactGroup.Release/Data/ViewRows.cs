using System.Data.Common;
using ContactGroup.Release.Domain;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>Views, each distinct one stored once however many audiences share it.</summary>
internal static class ViewRows
{
    public static async Task<long> EnsureAsync(DbConnection connection, ItemView view)
    {
        var known = await connection.QuerySingleOrDefaultAsync<long?>("SELECT view FROM views WHERE hash = @Key", new { view.Key });
        if (known is { } id)
        {
            return id;
        }

        return await connection.QuerySingleAsync<long>(
            """
            INSERT INTO views (hash, sameness, kind, status, happened_from, lat, lon, body, caveats, urgent)
            VALUES (@Key, @Hash, @Kind, @Status, @HappenedFrom, @Lat, @Lon, @Body, @CaveatBits, @urgent) RETURNING view
            """,
            new
            {
                view.Key,
                view.Hash,
                view.Kind,
                view.Status,
                view.HappenedFrom,
                view.Lat,
                view.Lon,
                view.Body,
                view.CaveatBits,
                urgent = view.IsUrgent ? 1 : 0,
            });
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
}
