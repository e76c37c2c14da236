using System.Buffers.Binary;

namespace ContactGroup.Channels.Domain.Files;

/// <summary>
/// Rewrites a WebP from its picture and transparency. EXIF, XMP, colour profile and every chunk that is not listed here, and whatever follows the end, are
/// left behind; moving pictures are refused. Source: RFC 9649.
/// </summary>
internal static class WebpFile
{
    private const string Kind = "WebP picture";
    private const byte Transparent = 0x10;
    private const byte Moving = 0x02;

    public static byte[] Clean(byte[] file)
    {
        var input = new ByteReader(file, Kind);
        input.Require("RIFF"u8);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(input.Take(4));
        var riff = new ByteReader(input.Take(length), Kind);
        riff.Require("WEBP"u8);
        using var output = new MemoryStream(file.Length);
        output.Write("RIFF\0\0\0\0WEBP"u8);
        var pictures = 0;
        while (riff.Rest.Length > 0)
        {
            var name = riff.Take(4);
            var data = riff.Take(BinaryPrimitives.ReadUInt32LittleEndian(riff.Take(4)));
            if (data.Length % 2 == 1)
            {
                riff.Take(1);
            }

            if (name.SequenceEqual("VP8X"u8))
            {
                Write(output, name, Described(data));
            }
            else if (name.SequenceEqual("VP8 "u8) || name.SequenceEqual("VP8L"u8))
            {
                Write(output, name, data);
                pictures++;
            }
            else if (name.SequenceEqual("ALPH"u8))
            {
                Write(output, name, data);
            }
        }

        return pictures == 1 ? Sized(output.ToArray()) : throw FileRefusedException.Unreadable(Kind);
    }

    /// <summary>What the picture is said to have, after everything but transparency is gone.</summary>
    private static byte[] Described(ReadOnlySpan<byte> data)
    {
        if (data.Length != 10)
        {
            throw FileRefusedException.Unreadable(Kind);
        }

        return (data[0] & Moving) == 0
            ? [(byte)(data[0] & Transparent), 0, 0, 0, .. data[4..]]
            : throw new FileRefusedException("A moving picture cannot be cleaned; send a single picture.");
    }

    private static void Write(Stream output, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)data.Length);
        output.Write(name);
        output.Write(length);
        output.Write(data);
        if (data.Length % 2 == 1)
        {
            output.WriteByte(0);
        }
    }

    private static byte[] Sized(byte[] file)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4), (uint)(file.Length - 8));
        return file;
    }
}
