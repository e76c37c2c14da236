using System.Buffers.Binary;

namespace ContactGroup.Channels.Domain.Files;

/// <summary>
/// Rewrites a JPEG from what a decoder needs and nothing else: tables, frame, scans. Comments and application data (EXIF with place, time, device and
/// thumbnail, XMP, colour profiles, further pictures) and whatever follows the end are left behind. Kept of them are two facts, written anew: how the
/// picture is turned and how its colours are stored. Source: ITU-T T.81.
/// </summary>
internal static class JpegFile
{
    private const string Kind = "JPEG picture";
    private const int LongestSide = 20_000;

    public static byte[] Clean(byte[] file)
    {
        var input = new ByteReader(file, Kind);
        input.Require([0xFF, 0xD8]);
        using var output = new MemoryStream(file.Length);
        output.Write([0xFF, 0xD8]);
        var (turned, colours, framed, scanned) = (0, -1, false, false);
        var body = new MemoryStream(file.Length);
        while (true)
        {
            var marker = NextMarker(ref input);
            if (marker == 0xD9)
            {
                break;
            }

            var segment = input.Take(input.UInt16() - sizeof(ushort));
            switch (marker)
            {
                case 0xE1 when turned == 0:
                    turned = JpegOrientation.Read(segment);
                    break;
                case 0xEE when segment.Length >= 12 && segment[..5].SequenceEqual("Adobe"u8):
                    colours = segment[11];
                    break;
                case >= 0xE0 and <= 0xEF or 0xFE:
                    break;
                case 0xDB or 0xC4 or 0xDD or 0xCC:
                    JpegTables.Require(marker, segment);
                    Write(body, marker, segment);
                    break;
                case >= 0xC0 and <= 0xCF and not 0xC8:
                    RequireFrame(segment, framed);
                    framed = true;
                    Write(body, marker, segment);
                    break;
                case 0xDA when framed:
                    RequireScan(segment);
                    Write(body, marker, segment);
                    body.Write(input.Take(ScanLength(input.Rest)));
                    scanned = true;
                    break;
                default:
                    throw FileRefusedException.Unreadable(Kind);
            }
        }

        if (!scanned)
        {
            throw FileRefusedException.Unreadable(Kind);
        }

        WriteHead(output, turned, colours);
        body.WriteTo(output);
        output.Write([0xFF, 0xD9]);
        return output.ToArray();
    }

    private static byte NextMarker(ref ByteReader input)
    {
        input.Require([0xFF]);
        var marker = input.Byte();
        while (marker == 0xFF)
        {
            marker = input.Byte();
        }

        return marker;
    }

    private static void Write(Stream output, byte marker, ReadOnlySpan<byte> segment)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(segment.Length + sizeof(ushort)));
        output.Write(head);
        output.Write(segment);
    }

    private static void WriteHead(Stream output, int turned, int colours)
    {
        if (turned is > 1 and <= 8)
        {
            Write(output, 0xE1, JpegOrientation.Write((byte)turned));
        }

        if (colours is >= 0 and <= 2)
        {
            Write(output, 0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, (byte)colours]);
        }
    }

    private static void RequireFrame(ReadOnlySpan<byte> segment, bool framed)
    {
        if (framed || segment.Length < 6 || segment.Length != 6 + (3 * segment[5]) || segment[5] is 0 or > 4
            || BinaryPrimitives.ReadUInt16BigEndian(segment[1..]) is 0 or > LongestSide || BinaryPrimitives.ReadUInt16BigEndian(segment[3..]) is 0 or > LongestSide)
        {
            throw FileRefusedException.Unreadable(Kind);
        }
    }

    private static void RequireScan(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 1 || segment[0] is 0 or > 4 || segment.Length != 4 + (2 * segment[0]))
        {
            throw FileRefusedException.Unreadable(Kind);
        }
    }

    /// <summary>Bytes up to the next marker that is neither a stuffed byte nor a restart.</summary>
    private static int ScanLength(ReadOnlySpan<byte> rest)
    {
        for (var at = 0; at + 1 < rest.Length; at++)
        {
            if (rest[at] == 0xFF && rest[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }
        }

        throw FileRefusedException.Unreadable(Kind);
    }
}
