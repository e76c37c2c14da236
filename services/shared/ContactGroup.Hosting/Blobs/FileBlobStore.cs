using ContactGroup.Contracts;
using Microsoft.AspNetCore.DataProtection;

namespace ContactGroup.Hosting.Blobs;

/// <summary>
/// Blobs as files of one folder that is its owner's alone. A blob is written beside its place, brought to disk and then moved there: a process that is
/// killed leaves a whole blob, or scraps that the next start removes.
/// </summary>
internal sealed class FileBlobStore : IBlobStore
{
    private const string Unfinished = ".new";
    private static readonly TimeSpan ScrapsAfter = TimeSpan.FromHours(1);

    private readonly string folder;
    private readonly string area;
    private readonly IDataProtector ring;

    public FileBlobStore(string folder, string area, IDataProtectionProvider keys, TimeProvider clock)
    {
        (this.folder, this.area) = (folder, area);
        ring = keys.CreateProtector("ContactGroup.Blobs.v1");
        OwnersFolder.Create(folder);
        RemoveScraps(clock.GetUtcNow() - ScrapsAfter);
    }

    public async Task<long> WriteAsync(string blob, Stream content, long most, CancellationToken cancellationToken)
    {
        var place = PlaceOf(blob);
        var unfinished = Path.Combine(folder, Ids.New() + Unfinished);
        try
        {
            long length;
            await using (var file = new FileStream(unfinished, OwnersFolder.NewFile))
            {
                length = await WriteAsync(file, blob, content, most, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, place, overwrite: false);
            OwnersFolder.Flush(folder);
            return length;
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    public Stream? OpenRead(string blob)
    {
        try
        {
            var file = File.OpenHandle(PlaceOf(blob), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, FileOptions.Asynchronous);
            return SealedBlob.Open(file, ring, NameOf(blob));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    public void Delete(string blob) => File.Delete(PlaceOf(blob));

    public IEnumerable<string> OlderThan(DateTimeOffset instant) => new DirectoryInfo(folder).EnumerateFiles()
        .Where(file => Ids.IsWellFormed(file.Name) && file.LastWriteTimeUtc < instant.UtcDateTime)
        .Select(file => file.Name);

    private async Task<long> WriteAsync(FileStream file, string blob, Stream content, long most, CancellationToken cancellationToken)
    {
        using var seal = BlobSeal.New(ring, NameOf(blob));
        await file.WriteAsync(BlobHeader.Of(seal), cancellationToken);
        var (chunk, ahead) = (new byte[BlobSeal.ChunkBytes], new byte[BlobSeal.ChunkBytes]);
        var closed = new byte[BlobSeal.ChunkBytes + BlobSeal.TagBytes];
        var (total, length) = (0L, await content.ReadAtLeastAsync(chunk, chunk.Length, throwOnEndOfStream: false, cancellationToken));
        for (var index = 0L; ; index++)
        {
            total += length;
            if (total > most)
            {
                throw new BlobTooLargeException();
            }

            // One chunk is read ahead: the last one has to know that it is.
            var next = length < chunk.Length ? 0 : await content.ReadAtLeastAsync(ahead, ahead.Length, throwOnEndOfStream: false, cancellationToken);
            seal.Seal(index, last: next == 0, chunk.AsSpan(0, length), closed.AsSpan(0, length + BlobSeal.TagBytes));
            await file.WriteAsync(closed.AsMemory(0, length + BlobSeal.TagBytes), cancellationToken);
            if (next == 0)
            {
                return total;
            }

            (chunk, ahead, length) = (ahead, chunk, next);
        }
    }

    private void RemoveScraps(DateTimeOffset before)
    {
        foreach (var scrap in new DirectoryInfo(folder).EnumerateFiles("*" + Unfinished).Where(file => file.LastWriteTimeUtc < before.UtcDateTime))
        {
            scrap.Delete();
        }
    }

    private string NameOf(string blob) => $"{area}/{blob}";

    private string PlaceOf(string blob) => Ids.IsWellFormed(blob)
        ? Path.Combine(folder, blob)
        : throw new ArgumentException("A blob is named by an id of Ids.New(), and never by what somebody sent.", nameof(blob));
}
