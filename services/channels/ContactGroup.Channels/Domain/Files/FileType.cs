namespace ContactGroup.Channels.Domain.Files;

/// <summary>A type of file that may be attached.</summary>
/// <param name="MediaType">As uploads declare it and downloads name it.</param>
/// <param name="Extensions">How names of such files end, lower case; the first is used for neutral names.</param>
/// <param name="Stays">Why it never crosses sides; null when it can be cleaned and so may cross after review.</param>
/// <param name="Clean">Makes the bytes to keep; throws <see cref="FileRefusedException"/> for what is not what it says.</param>
internal sealed record FileType(string MediaType, IReadOnlyList<string> Extensions, string? Stays, Func<byte[], byte[]> Clean)
{
    private const string Office =
        "Author, earlier wording and embedded objects cannot be removed from it with certainty: it stays on your side. Send a picture or text instead.";

    /// <summary>Every type. What is not here is refused: a list of what is good is short, one of what is dangerous never ends.</summary>
    public static IReadOnlyList<FileType> All { get; } =
    [
        new("image/jpeg", ["jpg", "jpeg"], null, JpegFile.Clean),
        new("image/png", ["png"], null, PngFile.Clean),
        new("image/webp", ["webp"], null, WebpFile.Clean),
        new("text/plain", ["txt"], null, TextFile.Clean),
        new("text/csv", ["csv"], null, TextFile.Clean),
        new("application/pdf", ["pdf"], Office, PdfFile.Check),
        new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ["docx"], Office, bytes => ZipDocument.Check(bytes, "word/document.xml")),
        new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ["xlsx"], Office, bytes => ZipDocument.Check(bytes, "xl/workbook.xml")),
        new("application/vnd.openxmlformats-officedocument.presentationml.presentation", ["pptx"], Office, bytes => ZipDocument.Check(bytes, "ppt/presentation.xml")),
        new("application/vnd.oasis.opendocument.text", ["odt"], Office, bytes => ZipDocument.Check(bytes, "content.xml")),
    ];

    public static FileType? Find(string mediaType) => All.FirstOrDefault(type => string.Equals(type.MediaType, mediaType, StringComparison.Ordinal));

    /// <summary>Whether its bytes are words in UTF-8 once it was cleaned, which are looked over like any free text.</summary>
    public bool IsText => MediaType.StartsWith("text/", StringComparison.Ordinal);

    public bool Fits(string name) => Extensions.Any(extension => name.EndsWith("." + extension, StringComparison.OrdinalIgnoreCase) && name.Length > extension.Length + 1);
}

/// <summary>A file is not taken. The message is for its uploader and says nothing of what is in it.</summary>
internal sealed class FileRefusedException(string remedy) : Exception(remedy)
{
    public static FileRefusedException Unreadable(string kind) => new($"The file is not a whole {kind}; save it again, or send it as another type.");
}
