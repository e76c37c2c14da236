using System.Text;
using System.Text.Unicode;

namespace ContactGroup.Channels.Domain.Files;

/// <summary>Text in UTF-8 without control characters. A byte order mark is left behind.</summary>
internal static class TextFile
{
    public static byte[] Clean(byte[] file)
    {
        var text = file.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? file.AsSpan(Encoding.UTF8.Preamble.Length) : file.AsSpan();
        return text.Length > 0 && Utf8.IsValid(text) && !HasControls(text)
            ? text.ToArray()
            : throw new FileRefusedException("Save the text in UTF-8, without control characters.");
    }

    private static bool HasControls(ReadOnlySpan<byte> text)
    {
        foreach (var value in text)
        {
            if (value is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r') or 0x7F)
            {
                return true;
            }
        }

        return false;
    }
}
