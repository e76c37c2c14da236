using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Storage;
using Microsoft.Extensions.Options;

namespace ContactGroup.Channels.Uploading;

/// <summary>Gives complete uploads to whoever makes an item of them.</summary>
internal sealed class Uploads([FromKeyedServices(ChannelsModule.Store)] ModuleStore store, IOptions<UploadOptions> options) : IUploads
{
    private const string Nobodys = "";

    public ValueTask<int> MostFilesAsync(CancellationToken cancellationToken) => ValueTask.FromResult(options.Value.FilesPerItem);

    public async ValueTask<IReadOnlyList<AttachedFile>?> FindAsync(
        WhoAsks who, string channel, IReadOnlyList<string> uploads, CancellationToken cancellationToken)
    {
        if (uploads.Count == 0)
        {
            return []; // Most messages have no file.
        }

        var found = await store.ReadAsync(
            connection => UploadRows.FreeAsync(connection, who.Person, channel, uploads, Nobodys), cancellationToken);
        return found is null ? null : [.. found.Select(upload => upload.ToFile())];
    }

    public async ValueTask<IReadOnlyList<AttachedFile>?> TakeAsync(
        WhoAsks who, string channel, IReadOnlyList<string> uploads, string command, CancellationToken cancellationToken) =>
        await store.WriteAsync(scope => TakeAsync(scope, who.Person, channel, uploads, command), cancellationToken);

    /// <summary>The same in the transaction of a message.</summary>
    public static async Task<IReadOnlyList<AttachedFile>?> TakeAsync(
        WriteScope scope, string person, string channel, IReadOnlyList<string> uploads, string command)
    {
        if (uploads.Count == 0)
        {
            return [];
        }

        if (await UploadRows.FreeAsync(scope.Connection, person, channel, uploads, command) is not { } free)
        {
            return null;
        }

        await UploadRows.TakeAsync(scope, uploads, command);
        return [.. free.Select(upload => upload.ToFile())];
    }
}
