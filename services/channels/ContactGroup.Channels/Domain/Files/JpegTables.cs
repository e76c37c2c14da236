namespace ContactGroup.Channels.Domain.Files;

/// <summary>That a table of a JPEG is exactly as long as what it says it holds: nothing can ride along behind it.</summary>
internal static class JpegTables
{
    public static void Require(byte marker, ReadOnlySpan<byte> segment)
    {
        var exact = marker switch
        {
            0xDB => Quantisation(segment),
            0xC4 => Huffman(segment),
            0xDD => segment.Length == 2,
            _ => segment.Length > 0 && segment.Length % 2 == 0 && segment.Length <= 64,
        };
        if (!exact)
        {
            throw FileRefusedException.Unreadable("JPEG picture");
        }
    }

    private static bool Quantisation(ReadOnlySpan<byte> tables)
    {
        while (tables.Length > 0)
        {
            var length = 1 + (tables[0] >> 4 == 0 ? 64 : 128);
            if (tables[0] >> 4 > 1 || (tables[0] & 15) > 3 || tables.Length < length)
            {
                return false;
            }

            tables = tables[length..];
        }

        return true;
    }

    private static bool Huffman(ReadOnlySpan<byte> tables)
    {
        while (tables.Length > 0)
        {
            if (tables.Length < 17 || tables[0] >> 4 > 1 || (tables[0] & 15) > 3)
            {
                return false;
            }

            var length = 17;
            foreach (var count in tables[1..17])
            {
                length += count;
            }

            if (length > 17 + 256 || tables.Length < length)
            {
                return false;
            }

            tables = tables[length..];
        }

        return true;
    }
}
