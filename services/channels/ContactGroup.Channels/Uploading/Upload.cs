using ContactGroup.Channels.Domain.Files;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Channels.Uploading;

/// <summary>A file on its way to an item, as stored.</summary>
internal sealed record Upload(
    string Id,
    string Person,
    string Channel,
    string Name,
    string MediaType,
    long Size,
    long Received,
    string Blob,
    long? KeptSize,
    string? Command)
{
    public bool IsComplete => KeptSize is not null;

    public FileType Type => FileType.Find(MediaType) ?? throw new InvalidOperationException("A stored upload has a type that no version takes.");

    public AttachedFile ToFile() => new(Id, Blob, Name, MediaType, Type.Extensions[0], KeptSize!.Value, Type.Stays);

    public UploadStatus ToStatus() =>
        new(Id, Received, Size, IsComplete, IsComplete ? Type.Stays is null : null, IsComplete ? Type.Stays : null);
}

/// <summary>How far an upload is, for its uploader. Says nothing of what it holds.</summary>
/// <param name="Upload">Id to attach it by.</param>
/// <param name="Offset">Bytes that are on disk; send on from there.</param>
/// <param name="Size">Bytes in all.</param>
/// <param name="Complete">Whether it was checked and cleaned and can be attached.</param>
/// <param name="Crosses">Whether it may cross sides after review; absent until complete.</param>
/// <param name="Stays">Why it never crosses sides; absent when it may.</param>
internal sealed record UploadStatus(string Upload, long Offset, long Size, bool Complete, bool? Crosses, string? Stays);
