using System.Buffers.Binary;

namespace ContactGroup.Channels.Domain.Files;

/// <summary>
/// The one fact of EXIF that is kept: how the picture is turned, a number from 1 to 8 (tag 0x0112). Whatever cannot be read counts as not turned.
/// Source: CIPA DC-008.
/// </summary>
internal static class JpegOrientation
{
    private const ushort Tag = 0x0112;
    private const int Entry = 12;

    private static ReadOnlySpan<byte> Exif => "Exif\0\0"u8;

    /// <summary>The number in application data, or 0.</summary>
    public static int Read(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < Exif.Length + 8 || !segment[..Exif.Length].SequenceEqual(Exif))
        {
            return 0;
        }

        var tiff = segment[Exif.Length..];
        var little = tiff[0] == (byte)'I';
        var directory = UInt32(tiff[4..], little);
        if (directory > tiff.Length - 2)
        {
            return 0;
        }

        var entries = tiff[((int)directory + 2)..];
        for (int left = UInt16(tiff[(int)directory..], little); left > 0 && entries.Length >= Entry; left--, entries = entries[Entry..])
        {
            if (UInt16(entries, little) == Tag && UInt16(entries[8..], little) is var turned and >= 1 and <= 8)
            {
                return turned;
            }
        }

        return 0;
    }

    /// <summary>Application data that says how the picture is turned and nothing else.</summary>
    public static byte[] Write(byte turned) =>
    [
        .. Exif, (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, Tag >> 8, Tag & 0xFF, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0,
    ];

    private static ushort UInt16(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint UInt32(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
