using ContactGroup.Hosting.Blobs;
using ContactGroup.Hosting.Storage;

namespace ContactGroup.Channels.Uploading;

/// <summary>
/// Removes uploads with their files. First nobody gets it any more, then the files go, then what knew of them: a crash in between leaves something for the
/// next sweep and never a file that nobody knows of.
/// </summary>
internal sealed class UploadRemoval(
    [FromKeyedServices(ChannelsModule.Store)] ModuleStore store,
    [FromKeyedServices(BlobAreas.Parts)] IBlobStore parts,
    [FromKeyedServices(BlobAreas.Attachments)] IBlobStore attachments)
{
    /// <summary>Removes the upload and its files; false when a command took it meanwhile.</summary>
    public async Task<bool> RemoveAsync(Upload upload, CancellationToken cancellationToken)
    {
        if (!await store.WriteAsync(scope => UploadRows.MarkRemovedAsync(scope.Connection, upload), cancellationToken))
        {
            return false;
        }

        RemoveParts(await store.ReadAsync(connection => UploadRows.PartsAsync(connection, upload.Id), cancellationToken));
        attachments.Delete(upload.Blob);
        await ForgetAsync(upload, cancellationToken);
        return true;
    }

    /// <summary>Forgets an upload whose file somebody else keeps.</summary>
    public Task ForgetAsync(Upload upload, CancellationToken cancellationToken) =>
        store.WriteAsync(scope => UploadRows.RemoveAsync(scope.Connection, upload.Id), cancellationToken);

    public void RemoveParts(IEnumerable<UploadPart> pieces)
    {
        foreach (var piece in pieces)
        {
            parts.Delete(piece.Blob);
        }
    }
}
