using ContactGroup.Channels.Domain.Files;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Channels.Uploading;

/// <summary>A file on its way to an item, as stored.</summary>
/// <param name="Findings">Kinds of what was found in its text, with spaces between; null when nothing was.</param>
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
    string? Command,
    string? Findings = null)
{
    public bool IsComplete => KeptSize is not null;

    public FileType Type => FileType.Find(MediaType) ?? throw new InvalidOperationException("A stored upload has a type that no version takes.");

    public AttachedFile ToFile() => new(Id, Blob, Name, MediaType, Type.Extensions[0], KeptSize!.Value, Type.Stays, Kinds);

    public UploadStatus ToStatus() =>
        new(Id, Received, Size, IsComplete, IsComplete ? Type.Stays is null : null, IsComplete ? Type.Stays : null, Kinds);

    private IReadOnlyList<string>? Kinds => Findings?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } kinds ? kinds : null;
}

/// <summary>How far an upload is, for its uploader. Says nothing of what it holds.</summary>
/// <param name="Upload">Id to attach it by.</param>
/// <param name="Offset">Bytes that are on disk; send on from there.</param>
/// <param name="Size">Bytes in all.</param>
/// <param name="Complete">Whether it was checked and cleaned and can be attached.</param>
/// <param name="Crosses">Whether it may cross sides after review; absent until complete.</param>
/// <param name="Stays">Why it never crosses sides; absent when it may.</param>
/// <param name="Findings">What its text holds that other sides get only after somebody looked; absent when nothing was found.</param>
internal sealed record UploadStatus(
    string Upload, long Offset, long Size, bool Complete, bool? Crosses, string? Stays, IReadOnlyList<string>? Findings);
