namespace ContactGroup.Channels.Domain.Files;

/// <summary>Whether a file is a PDF by its first and last words. It is kept as it is and stays on its side.</summary>
internal static class PdfFile
{
    private const int Tail = 1_024;

    public static byte[] Check(byte[] file) =>
        file.AsSpan().StartsWith("%PDF-"u8) && file.AsSpan(Math.Max(0, file.Length - Tail)).IndexOf("%%EOF"u8) >= 0
            ? file
            : throw FileRefusedException.Unreadable("PDF document");
}
