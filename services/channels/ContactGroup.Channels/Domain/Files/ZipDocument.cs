using System.IO.Compression;

namespace ContactGroup.Channels.Domain.Files;

/// <summary>
/// Whether a file is an office document of its type. It is kept as it is and stays on its side; one with macros is refused. Only the list of what is in
/// it is read, nothing is unpacked.
/// </summary>
internal static class ZipDocument
{
    private const string Kind = "document of its type";
    private const int MostEntries = 5_000;

    public static byte[] Check(byte[] file, string main)
    {
        if (!file.AsSpan().StartsWith("PK\x03\x04"u8))
        {
            throw FileRefusedException.Unreadable(Kind);
        }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            var names = archive.Entries.Count <= MostEntries ? archive.Entries.Select(entry => entry.FullName).ToList() : [];
            return !names.Contains(main, StringComparer.Ordinal) ? throw FileRefusedException.Unreadable(Kind)
                : names.Exists(IsMacro) ? throw new FileRefusedException("Documents with macros are not taken; save it without them.")
                : file;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException)
        {
            throw FileRefusedException.Unreadable(Kind);
        }
    }

    private static bool IsMacro(string name) =>
        name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase);
}
