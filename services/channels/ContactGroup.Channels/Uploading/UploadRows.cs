using System.Data.Common;
using ContactGroup.Hosting.Storage;
using Dapper;

namespace ContactGroup.Channels.Uploading;

/// <summary>Uploads and their parts in the store. Every read names the uploader: to anybody else an upload is absent.</summary>
internal static class UploadRows
{
    // In place of the command: nobody gets it any more, and its files are being removed.
    private const string Removed = "removed";

    private const string Columns =
        """
        upload AS Id, person AS Person, channel AS Channel, name AS Name, media_type AS MediaType, size AS Size, received AS Received, blob AS Blob,
        kept_size AS KeptSize, command AS Command, findings AS Findings
        """;

    public static Task<Upload?> FindAsync(DbConnection connection, string person, string upload) =>
        connection.QuerySingleOrDefaultAsync<Upload>(
            $"SELECT {Columns} FROM uploads WHERE upload = @upload AND person = @person AND (command IS NULL OR command <> @Removed)", new { upload, person, Removed });

    public static async Task<(long Count, long Bytes)> WaitingAsync(DbConnection connection, string person) =>
        await connection.QuerySingleAsync<(long, long)>(
            "SELECT count(*), CAST(coalesce(sum(size), 0) AS BIGINT) FROM uploads WHERE person = @person AND command IS NULL", new { person });

    public static Task AddAsync(WriteScope scope, Upload upload, string organisation) => scope.Connection.ExecuteAsync(
        """
        INSERT INTO uploads (upload, person, organisation, channel, name, media_type, size, received, blob, changed_at)
        VALUES (@Id, @Person, @organisation, @Channel, @Name, @MediaType, @Size, 0, @Blob, @at)
        """,
        new { upload.Id, upload.Person, organisation, upload.Channel, upload.Name, upload.MediaType, upload.Size, upload.Blob, at = scope.Now.ToMicroseconds() });

    /// <summary>Notes a part that is on disk; false when the upload is no longer where the part begins.</summary>
    public static async Task<bool> AppendAsync(WriteScope scope, Upload upload, UploadPart part)
    {
        var moved = await scope.Connection.ExecuteAsync(
            """
            UPDATE uploads SET received = received + @Length, changed_at = @at
            WHERE upload = @Id AND received = @Start AND received + @Length <= size AND kept_size IS NULL
            """,
            new { upload.Id, part.Start, part.Length, at = scope.Now.ToMicroseconds() });
        return moved == 1 && await scope.Connection.ExecuteAsync(
            "INSERT INTO upload_parts (upload, start, length, blob) VALUES (@Id, @Start, @Length, @Blob)",
            new { upload.Id, part.Start, part.Length, part.Blob }) == 1;
    }

    public static async Task<IReadOnlyList<UploadPart>> PartsAsync(DbConnection connection, string upload) =>
        (await connection.QueryAsync<UploadPart>(
            "SELECT start AS Start, length AS Length, blob AS Blob FROM upload_parts WHERE upload = @upload ORDER BY start", new { upload })).AsList();

    /// <summary>Notes that the blob is there; false when the upload was removed meanwhile.</summary>
    public static async Task<bool> CompleteAsync(WriteScope scope, Upload whole)
    {
        await scope.Connection.ExecuteAsync("DELETE FROM upload_parts WHERE upload = @Id", new { whole.Id });
        return await scope.Connection.ExecuteAsync(
            "UPDATE uploads SET kept_size = @KeptSize, findings = @Findings, changed_at = @at WHERE upload = @Id AND command IS NULL",
            new { whole.Id, whole.KeptSize, whole.Findings, at = scope.Now.ToMicroseconds() }) == 1;
    }

    /// <summary>Keeps an upload from being taken, before its files go; false when it was taken or is gone.</summary>
    public static async Task<bool> MarkRemovedAsync(DbConnection connection, Upload upload) => await connection.ExecuteAsync(
        "UPDATE uploads SET command = @Removed WHERE upload = @Id AND (command = @Command OR (command IS NULL AND @Command IS NULL))", new { upload.Id, upload.Command, Removed }) == 1;

    public static async Task RemoveAsync(DbConnection connection, string upload)
    {
        await connection.ExecuteAsync("DELETE FROM upload_parts WHERE upload = @upload", new { upload });
        await connection.ExecuteAsync("DELETE FROM uploads WHERE upload = @upload", new { upload });
    }

    /// <summary>Complete uploads of a person in a channel that nobody else's command took, in the order asked; null when one of them is not that.</summary>
    public static async Task<IReadOnlyList<Upload>?> FreeAsync(
        DbConnection connection, string person, string channel, IReadOnlyList<string> uploads, string command)
    {
        var found = new List<Upload>();
        foreach (var upload in uploads)
        {
            if (await FindAsync(connection, person, upload) is not { IsComplete: true } one
                || one.Channel != channel
                || (one.Command is not null && one.Command != command))
            {
                return null;
            }

            found.Add(one);
        }

        return found;
    }

    public static Task TakeAsync(WriteScope scope, IReadOnlyList<string> uploads, string command) => scope.Connection.ExecuteAsync(
        "UPDATE uploads SET command = @command, changed_at = @at WHERE upload IN @uploads",
        new { uploads, command, at = scope.Now.ToMicroseconds() });

    /// <summary>Uploads that nothing happened to since an instant, at most 100.</summary>
    public static async Task<IReadOnlyList<Upload>> OverdueAsync(DbConnection connection, bool taken, DateTimeOffset since) =>
        (await connection.QueryAsync<Upload>(
            $"SELECT {Columns} FROM uploads WHERE changed_at < @since AND CASE WHEN command IS NOT NULL AND command <> @Removed THEN 1 ELSE 0 END = @taken ORDER BY changed_at LIMIT 100",
            new { since = since.ToMicroseconds(), taken = taken ? 1 : 0, Removed })).AsList();

    public static async Task<bool> HasPartAsync(DbConnection connection, string blob) =>
        await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM upload_parts WHERE blob = @blob", new { blob }) > 0;
}

/// <summary>Bytes of an upload that are on disk.</summary>
/// <param name="Start">Where in the file they begin.</param>
/// <param name="Length">How many they are.</param>
/// <param name="Blob">The blob that holds them.</param>
internal sealed record UploadPart(long Start, long Length, string Blob);
