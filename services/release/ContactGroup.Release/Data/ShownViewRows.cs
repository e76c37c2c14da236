using System.Data.Common;
using ContactGroup.Classification;
using ContactGroup.Release.Domain;
using ContactGroup.Release.Domain.Records;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>
/// The very bytes that other sides were shown of notifications and do not hold any more. INVARIANT: read for the record of the notification's owner and for
/// nothing else: whoever they were taken from never gets them back.
/// </summary>
internal static class ShownViewRows
{
    /// <summary>Keeps a view that the readers of a stream are about to hold no more, where it is one of a notification and they are of another side.</summary>
    public static async Task KeepAsync(DbConnection connection, string stream, string item, long view)
    {
        var row = await connection.QuerySingleOrDefaultAsync<Row?>(
            """
            SELECT v.hash AS Hash, v.body AS Body, s.subject AS Subject FROM views v JOIN streams s ON s.stream = @stream
            WHERE v.view = @view AND s.scope = @audience AND v.kind IN @kinds
            """,
            new { stream, view, audience = (int)StreamScope.Audience, kinds = NotificationRecord.Kinds });
        if (row is not null && !(Audience.TryParse(row.Subject, out var audience) && audience.Side == Side.Humanitarian))
        {
            await connection.ExecuteAsync(
                "INSERT INTO shown_views (item, hash, body) VALUES (@item, @Hash, @body) ON CONFLICT DO NOTHING",
                new { item, row.Hash, body = Compressed.Of(row.Body) });
        }
    }

    /// <summary>The bytes of a view by its hash, held or not; null when they were not kept.</summary>
    public static async Task<byte[]?> BodyAsync(DbConnection connection, string item, string hash)
    {
        var held = await connection.QuerySingleOrDefaultAsync<byte[]?>("SELECT body FROM views WHERE hash = @hash", new { hash });
        if (held is not null)
        {
            return held;
        }

        var kept = await connection.QuerySingleOrDefaultAsync<byte[]?>("SELECT body FROM shown_views WHERE item = @item AND hash = @hash", new { item, hash });
        return kept is null ? null : Compressed.Read(kept);
    }

    private sealed record Row(string Hash, byte[] Body, string Subject);
}
