using ContactGroup.Channels.Domain.Files;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Blobs;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Channels.Uploading;

/// <summary>
/// Takes files part by part. A part is on disk, sealed, before it is acknowledged; a whole file is checked and cleaned, and only then can it be attached.
/// Every step may be repeated after a crash: what is on disk and what the store says meet again at the next request.
/// </summary>
internal sealed class UploadDesk(
    [FromKeyedServices(ChannelsModule.Store)] ModuleStore store,
    [FromKeyedServices(BlobAreas.Parts)] IBlobStore parts,
    [FromKeyedServices(BlobAreas.Attachments)] IBlobStore attachments,
    UploadRemoval removal,
    ITextGate gate,
    ChannelDirectory directory) : IDisposable
{
    /// <summary>Least bytes of a part that is not the last: the number of parts is bounded by it.</summary>
    public const int LeastPart = 4_096;

    // One file at a time is held in memory and cleaned.
    private readonly SemaphoreSlim cleaning = new(1, 1);

    /// <summary>The upload, for its uploader while the channel admits them; null for everybody else, and when it is not there.</summary>
    public async Task<Upload?> FindAsync(Participant who, string upload, CancellationToken cancellationToken)
    {
        var found = await store.ReadAsync(connection => UploadRows.FindAsync(connection, who.PersonId, upload), cancellationToken);
        return found is not null && await directory.FindAsync(who.Asks, found.Channel, cancellationToken) is not null ? found : null;
    }

    /// <summary>Adds a part that begins where the upload is, and completes the file with the last one; null when the upload is elsewhere.</summary>
    public async Task<Upload?> AppendAsync(Upload upload, long offset, Stream content, CancellationToken cancellationToken)
    {
        if (offset != upload.Received)
        {
            return null;
        }

        var received = upload.Received == upload.Size ? upload : await ReceiveAsync(upload, content, cancellationToken);
        return received is null ? null
            : received.Received == received.Size && !received.IsComplete ? await CompleteAsync(received, cancellationToken) : received;
    }

    /// <summary>Takes back an upload that no item carries; false when one does.</summary>
    public Task<bool> RemoveAsync(Upload upload, CancellationToken cancellationToken) =>
        upload.Command is null ? removal.RemoveAsync(upload, cancellationToken) : Task.FromResult(false);

    public void Dispose() => cleaning.Dispose();

    private async Task<Upload?> ReceiveAsync(Upload upload, Stream content, CancellationToken cancellationToken)
    {
        var blob = Ids.New();
        var length = await WriteAsync(blob, content, upload.Size - upload.Received, cancellationToken);
        var part = new UploadPart(upload.Received, length, blob);
        if (length < LeastPart && upload.Received + length < upload.Size)
        {
            parts.Delete(blob);
            throw new RefusedException(ProblemCode.FieldInvalid, "body", $"Send at least {LeastPart} bytes at a time; only the last part may be shorter.");
        }

        if (!await store.WriteAsync(scope => UploadRows.AppendAsync(scope, upload, part), cancellationToken))
        {
            parts.Delete(blob);
            return null;
        }

        return upload with { Received = upload.Received + length };
    }

    private async Task<long> WriteAsync(string blob, Stream content, long most, CancellationToken cancellationToken)
    {
        try
        {
            return await parts.WriteAsync(blob, content, most, cancellationToken);
        }
        catch (BlobTooLargeException)
        {
            throw new RefusedException(ProblemCode.FieldInvalid, "body", "The file would be longer than it was said to be; begin a new upload.");
        }
    }

    private async Task<Upload> CompleteAsync(Upload upload, CancellationToken cancellationToken)
    {
        await cleaning.WaitAsync(cancellationToken);
        try
        {
            var pieces = await store.ReadAsync(connection => UploadRows.PartsAsync(connection, upload.Id), cancellationToken);
            if (pieces.Count == 0)
            {
                // Another request completed it meanwhile, or it was taken back.
                return await store.ReadAsync(connection => UploadRows.FindAsync(connection, upload.Person, upload.Id), cancellationToken)
                    ?? throw new RefusedException(ProblemCode.NotFound);
            }

            return await CompleteAsync(upload, pieces, cancellationToken);
        }
        finally
        {
            cleaning.Release();
        }
    }

    private async Task<Upload> CompleteAsync(Upload upload, IReadOnlyList<UploadPart> pieces, CancellationToken cancellationToken)
    {
        try
        {
            var kept = upload.Type.Clean(await JoinAsync(upload, pieces, cancellationToken));
            var whole = upload with { KeptSize = kept.Length, Findings = await FindingsAsync(upload, kept) };
            attachments.Delete(upload.Blob); // of an attempt that ended before it was noted
            await attachments.WriteAsync(upload.Blob, new MemoryStream(kept, writable: false), kept.Length, cancellationToken);
            var noted = await store.WriteAsync(scope => UploadRows.CompleteAsync(scope, whole), cancellationToken);
            removal.RemoveParts(pieces);
            if (!noted)
            {
                attachments.Delete(upload.Blob);
                throw new RefusedException(ProblemCode.NotFound);
            }

            return whole;
        }
        catch (FileRefusedException refused)
        {
            await RemoveAsync(upload, cancellationToken);
            throw new RefusedException(ProblemCode.FileRefused, "body", refused.Message);
        }
    }

    /// <summary>
    /// Kinds of what the text of a file holds. INVARIANT: what is marked above unclassified is refused here, before a byte of it is written for good, and
    /// its parts go.
    /// </summary>
    private async Task<string?> FindingsAsync(Upload upload, byte[] kept)
    {
        var verdict = upload.Type.IsText ? gate.Check(kept) : new TextVerdict(Marked: false, []);
        if (verdict.Marked)
        {
            // Whoever hangs up now does not make it stay.
            await RemoveAsync(upload, CancellationToken.None);
            throw new RefusedException(ProblemCode.MarkedAboveUnclassified, "body");
        }

        return verdict.Findings.Count == 0 ? null : string.Join(' ', verdict.Findings);
    }

    private async Task<byte[]> JoinAsync(Upload upload, IReadOnlyList<UploadPart> pieces, CancellationToken cancellationToken)
    {
        var whole = new byte[upload.Size];
        foreach (var piece in pieces)
        {
            await using var stream = parts.OpenRead(piece.Blob) ?? throw new BlobUnreadableException();
            await stream.ReadExactlyAsync(whole.AsMemory((int)piece.Start, (int)piece.Length), cancellationToken);
        }

        return whole;
    }
}
