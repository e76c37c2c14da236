using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Contracts;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Domain;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>
/// What each stream calls the files that its readers hold. A name lives as long as the stream's readers hold the file: it stays over revisions and ends with
/// the view, in the same transaction.
/// </summary>
internal static class BlobNames
{
    /// <summary>The view as this stream's readers get it, every file under this stream's name for it. Names of files that are not in it end.</summary>
    public static async Task<ItemView> NameAsync(DbConnection connection, string stream, string item, ItemView view)
    {
        await connection.ExecuteAsync(
            "DELETE FROM blob_names WHERE stream = @stream AND item = @item AND file NOT IN @files",
            new { stream, item, files = view.Files.Select(file => file.File) });
        foreach (var file in view.Files)
        {
            await connection.ExecuteAsync(
                """
                INSERT INTO blob_names (name, stream, item, file, blob, shown, media_type) VALUES (@given, @stream, @item, @File, @Blob, @Name, @MediaType)
                ON CONFLICT (stream, item, file) DO UPDATE SET shown = excluded.shown
                """,
                new { given = Ids.New(), stream, item, file.File, file.Blob, file.Name, file.MediaType });
        }

        if (view.Files.Count == 0)
        {
            return view;
        }

        var body = JsonNode.Parse(view.Body)!;
        ShownFile.Rename(body["fields"], await OfAsync(connection, stream, item));
        return view with { Key = $"{view.Key}.{stream}", Body = JsonSerializer.SerializeToUtf8Bytes(body, ViewJson.Options) };
    }

    /// <summary>A stream's names for the files of an item, by id of the file.</summary>
    public static async Task<Dictionary<string, string>> OfAsync(DbConnection connection, string stream, string item)
    {
        var rows = await connection.QueryAsync<(string File, string Name)>(
            "SELECT file, name FROM blob_names WHERE stream = @stream AND item = @item", new { stream, item });
        return rows.ToDictionary(row => row.File, row => row.Name, StringComparer.Ordinal);
    }

    /// <summary>Ends every name that a stream has for the files of an item.</summary>
    public static Task<int> EndAsync(DbConnection connection, string stream, string item) =>
        connection.ExecuteAsync("DELETE FROM blob_names WHERE stream = @stream AND item = @item", new { stream, item });

    /// <summary>
    /// The file that one of the reader's streams calls by this name at an instant, while its readers hold the item, or the review of one; null otherwise,
    /// whatever the reason.
    /// </summary>
    public static async Task<NamedBlob?> FindAsync(DbConnection connection, IReadOnlyList<ReadableStream> streams, string name, DateTimeOffset at)
    {
        var own = streams.Where(stream => stream.Scope == StreamScope.Organisation).Select(stream => stream.Stream).ToList();
        var found = await connection.QuerySingleOrDefaultAsync<NamedBlob?>(
            """
            SELECT n.blob AS Blob, n.shown AS Name, n.media_type AS MediaType, COALESCE(r.item, n.item) AS Item, COALESCE(r.review, n.stream) AS HeldBy,
                CASE WHEN r.review IS NULL THEN h.revision ELSE 0 END AS Revision
            FROM blob_names n JOIN held h ON h.stream = n.stream AND h.item = n.item LEFT JOIN reviews r ON r.review = n.item
            WHERE n.name = @name AND n.stream IN @streams
                AND (n.stream IN @own OR COALESCE(r.item, n.item) NOT IN (SELECT item FROM items WHERE expires_at <= @now AND expired = 0))
            """,
            new { name, streams = streams.Select(stream => stream.Stream), own, now = at.ToMicroseconds() });
        return found is null ? null : found with { IsOwn = own.Contains(found.HeldBy, StringComparer.Ordinal) };
    }
}

/// <summary>A file that a reader may have.</summary>
/// <param name="Blob">Where its bytes lie.</param>
/// <param name="Name">The name that the reader sees.</param>
/// <param name="MediaType">Type of the bytes.</param>
/// <param name="Item">The item that carries it.</param>
/// <param name="HeldBy">The stream or the review by which the reader has it.</param>
/// <param name="Revision">Revision of what the stream shows; 0 for a review.</param>
internal sealed record NamedBlob(string Blob, string Name, string MediaType, string Item, string HeldBy, long Revision)
{
    /// <summary>Whether the reader's own organisation owns it.</summary>
    public bool IsOwn { get; init; }
}
