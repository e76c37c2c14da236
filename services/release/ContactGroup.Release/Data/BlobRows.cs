using System.Data.Common;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Storage;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>Which files items carry. From here on it is release that keeps and removes their bytes.</summary>
internal static class BlobRows
{
    /// <summary>Notes the files of a version; those of earlier versions that it does not carry are dropped.</summary>
    public static async Task FollowAsync(DbConnection connection, ItemVersioned item)
    {
        var blobs = AttachedFile.Of(item.Content).Select(file => file.Blob).ToList();
        if (item.Version > 1)
        {
            await connection.ExecuteAsync(
                "UPDATE blobs SET dropped = 1 WHERE item = @Item AND dropped = 0 AND blob NOT IN @blobs", new { item.Item, blobs });
        }

        await connection.ExecuteAsync(
            "INSERT INTO blobs (blob, item, dropped) VALUES (@blob, @Item, 0) ON CONFLICT DO NOTHING", blobs.Select(blob => new { blob, item.Item }));
    }

    public static async Task<IReadOnlyList<string>> DroppedAsync(DbConnection connection, int limit) =>
        (await connection.QueryAsync<string>("SELECT blob FROM blobs WHERE dropped = 1 LIMIT @limit", new { limit })).AsList();

    public static Task ForgetAsync(WriteScope scope, IReadOnlyList<string> blobs) =>
        scope.Connection.ExecuteAsync("DELETE FROM blobs WHERE blob IN @blobs AND dropped = 1", new { blobs });

    public static async Task<IReadOnlySet<string>> KnownAsync(DbConnection connection, IReadOnlyCollection<string> blobs) =>
        (await connection.QueryAsync<string>("SELECT blob FROM blobs WHERE blob IN @blobs", new { blobs })).ToHashSet(StringComparer.Ordinal);
}
