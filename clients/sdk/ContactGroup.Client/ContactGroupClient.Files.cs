using System.Globalization;
using System.Net;
using ContactGroup.Client.Transport;
using static System.Uri;

namespace ContactGroup.Client;

public sealed partial class ContactGroupClient
{
    private const int PartBytes = 128 * 1024;
    private const int MostDetours = 5;

    /// <summary>
    /// Uploads a file for an item in a channel, part by part. Goes on where the server is after a broken line; with the same <paramref name="key"/> also in
    /// another process, for a day.
    /// </summary>
    /// <param name="name">Name of the file, seen by the own side only.</param>
    /// <param name="mediaType">See <see cref="FileTypes"/>.</param>
    /// <param name="content">Read from its beginning; must be able to seek.</param>
    /// <param name="progress">Told how many bytes the server has.</param>
    /// <returns>The complete upload, whose id goes into <see cref="MessageDraft.Attachments"/>.</returns>
    public async Task<UploadStatus> UploadAsync(
        string channel,
        string name,
        string mediaType,
        Stream content,
        IdempotencyKey? key = null,
        IProgress<long>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        var begun = await api.CommandAsync<UploadStatus>(
            $"api/channels/channels/{EscapeDataString(channel)}/uploads", new { name, mediaType, size = content.Length }, key, cancellationToken).ConfigureAwait(false);
        var status = await GetUploadAsync(begun.Upload, cancellationToken).ConfigureAwait(false);
        var part = new byte[PartBytes];
        for (var detours = 0; !status.Complete;)
        {
            progress?.Report(status.Offset);
            content.Seek(status.Offset, SeekOrigin.Begin);
            var length = await content.ReadAtLeastAsync(part, part.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            try
            {
                status = await SendPartAsync(status, part[..length], cancellationToken).ConfigureAwait(false);
            }
            catch (ContactGroupException elsewhere) when (elsewhere.Code is ErrorCodes.UploadElsewhere && detours++ < MostDetours)
            {
                // The part came in, and the answer to it was lost.
                status = await GetUploadAsync(status.Upload, cancellationToken).ConfigureAwait(false);
            }
        }

        progress?.Report(status.Size);
        return status;
    }

    /// <summary>How far an upload of the caller is.</summary>
    public Task<UploadStatus> GetUploadAsync(string upload, CancellationToken cancellationToken = default) =>
        api.GetAsync<UploadStatus>(OfUpload(upload), cancellationToken);

    /// <summary>Takes back an upload that no item carries.</summary>
    public Task RemoveUploadAsync(string upload, CancellationToken cancellationToken = default) =>
        api.SendAsync(new ApiCall(HttpMethod.Delete, OfUpload(upload)), cancellationToken);

    /// <summary>Fetches a file in parts, each tried again within bounds.</summary>
    /// <param name="blob">Its name in the caller's view, <see cref="AttachedFile.Blob"/>.</param>
    /// <param name="into">Written from its position on.</param>
    /// <param name="from">Bytes that are there from an attempt before.</param>
    /// <param name="progress">Told how many bytes are there.</param>
    /// <returns>Bytes of the whole file.</returns>
    public async Task<long> DownloadAsync(
        string blob, Stream into, long from = 0, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(into);
        for (long? size = null; size is null || from < size;)
        {
            var range = string.Create(CultureInfo.InvariantCulture, $"bytes={from}-{from + PartBytes - 1}");
            var call = new ApiCall(HttpMethod.Get, $"api/release/blobs/{EscapeDataString(blob)}")
            {
                Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Range"] = range },
            };
            using var answer = await api.FetchAsync(call, cancellationToken).ConfigureAwait(false);
            if (answer is not { StatusCode: HttpStatusCode.PartialContent, Content.Headers.ContentRange.Length: { } whole })
            {
                throw new ContactGroupException(ErrorCodes.UnexpectedAnswer, answer.StatusCode, "The server did not answer with the part that was asked for.");
            }

            var bytes = await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            await into.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
            (size, from) = (whole, from + bytes.Length);
            progress?.Report(from);
        }

        return from;
    }

    private Task<UploadStatus> SendPartAsync(UploadStatus status, byte[] part, CancellationToken cancellationToken)
    {
        var offset = status.Offset.ToString(CultureInfo.InvariantCulture);
        var call = new ApiCall(HttpMethod.Patch, OfUpload(status.Upload), part)
        {
            Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Upload-Offset"] = offset },
            BodyType = "application/offset+octet-stream",
        };
        return api.CallAsync<UploadStatus>(call, cancellationToken);
    }

    private static string OfUpload(string upload) => $"api/channels/uploads/{EscapeDataString(upload)}";
}
