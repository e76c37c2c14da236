using System.Buffers.Binary;
using System.Text;

namespace ContactGroup.Channels.Domain.Files;

/// <summary>
/// Rewrites a PNG from the chunks that make the picture. Text, time, EXIF, profiles, animation and every chunk that is not listed here, and whatever
/// follows the end, are left behind. Source: W3C PNG, third edition.
/// </summary>
internal static class PngFile
{
    private const string Kind = "PNG picture";
    private const int LongestSide = 20_000;

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Clean(byte[] file)
    {
        var input = new ByteReader(file, Kind);
        input.Require(Signature);
        using var output = new MemoryStream(file.Length);
        output.Write(Signature);
        var (first, pictured) = (true, false);
        while (true)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(input.Rest.Length >= 4 ? input.Rest : throw FileRefusedException.Unreadable(Kind));
            var chunk = input.Take(length + 12L);
            var name = Encoding.ASCII.GetString(chunk[4..8]);
            RequireWhole(chunk);
            if (first != (name == "IHDR") || !IsKnownOrHarmless(name))
            {
                throw FileRefusedException.Unreadable(Kind);
            }

            first = false;
            if (Keeps(name, chunk[8..^4]))
            {
                output.Write(chunk);
            }

            pictured |= name == "IDAT";
            if (name == "IEND")
            {
                return pictured ? output.ToArray() : throw FileRefusedException.Unreadable(Kind);
            }
        }
    }

    private static void RequireWhole(ReadOnlySpan<byte> chunk)
    {
        if (Crc32.Of(chunk[4..^4]) != BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]))
        {
            throw FileRefusedException.Unreadable(Kind);
        }
    }

    /// <summary>A chunk whose name begins with a capital must be understood; one that is not makes the picture another one.</summary>
    private static bool IsKnownOrHarmless(string name) => name is "IHDR" or "PLTE" or "IDAT" or "IEND" || char.IsAsciiLetterLower(name[0]);

    /// <summary>Only what changes how the picture looks, and only in the length that it must have.</summary>
    private static bool Keeps(string name, ReadOnlySpan<byte> data) => name switch
    {
        "IHDR" => data.Length == 13 && IsSide(data) && IsSide(data[4..]) ? true : throw FileRefusedException.Unreadable(Kind),
        "PLTE" => data.Length is > 0 and <= 768 && data.Length % 3 == 0 ? true : throw FileRefusedException.Unreadable(Kind),
        "IDAT" => true,
        "IEND" => data.Length == 0 ? true : throw FileRefusedException.Unreadable(Kind),
        "tRNS" => data.Length is > 0 and <= 256,
        "gAMA" => data.Length == 4,
        "cHRM" => data.Length == 32,
        "sRGB" => data.Length == 1,
        "sBIT" => data.Length is > 0 and <= 4,
        _ => false,
    };

    private static bool IsSide(ReadOnlySpan<byte> number) => BinaryPrimitives.ReadUInt32BigEndian(number) is > 0 and <= LongestSide;
}
