namespace ContactGroup.Client;

/// <summary>A file of an item, as far as the caller may see it.</summary>
/// <param name="Blob">Name to fetch it by. Random, and worth nothing to readers of another audience.</param>
/// <param name="Name">Its name; a neutral one when it came from another side.</param>
/// <param name="MediaType">E.g. <c>image/jpeg</c>.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Id">Id of its upload; only for the organisation that wrote the item.</param>
/// <param name="Stays">Why it never crosses sides; only for the organisation that wrote the item, and absent when it may.</param>
public sealed record AttachedFile(string? Blob, string Name, string MediaType, long Size, string? Id = null, string? Stays = null);

/// <summary>How far an upload is.</summary>
/// <param name="Upload">Id to attach it by.</param>
/// <param name="Offset">Bytes that the server has.</param>
/// <param name="Size">Bytes in all.</param>
/// <param name="Complete">Whether it was checked and cleaned and can be attached.</param>
/// <param name="Crosses">Whether it may cross sides after review; absent until complete.</param>
/// <param name="Stays">Why it never crosses sides; absent when it may.</param>
/// <param name="Findings">Kinds of what its text holds, as in <see cref="TextFinding"/>; absent when nothing was found.</param>
public sealed record UploadStatus(
    string Upload, long Offset, long Size, bool Complete, bool? Crosses = null, string? Stays = null, IReadOnlyList<string>? Findings = null);

/// <summary>Types of files that a server of this version takes, by how names of such files end.</summary>
public static class FileTypes
{
    private static readonly Dictionary<string, string> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".png"] = "image/png",
        [".webp"] = "image/webp",
        [".txt"] = "text/plain",
        [".csv"] = "text/csv",
        [".pdf"] = "application/pdf",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".odt"] = "application/vnd.oasis.opendocument.text",
    };

    /// <summary>The media type of a file of this name; null when its type is not taken.</summary>
    public static string? Of(string name) => ByExtension.GetValueOrDefault(Path.GetExtension(name));
}
