using System.Buffers.Binary;
using System.Text;

namespace ContactGroup.Testing;

/// <summary>Small real pictures for tests. Everything in them that must not cross a side says CANARY, or is the place 33.513 N, 36.276 E.</summary>
public static class Pictures
{
    private const string JpegAlone =
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06k"
        + "bl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAQABADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAMF/8QAFRABAQAA"
        + "AAAAAAAAAAAAAAAAABL/xAAUAQEAAAAAAAAAAAAAAAAAAAAE/8QAFhEBAQEAAAAAAAAAAAAAAAAAABRh/9oADAMBAAIRAxEAPwDMstCyzIcPsf/Z";

    private const string JpegWithExif =
        "/9j/4AAQSkZJRgABAQAAAQABAAD/4QLaRXhpZgAATU0AKgAAAAgACAESAAMAAAABAAYAAAEaAAUAAAABAAAAbgEbAAUAAAABAAAAdgEoAAMAAAABAAEAAAE7AAIAAAAOAAAAfgITAAMA"
        + "AAABAAEAAIdpAAQAAAABAAAAjIglAAQAAAABAAAA3AAAAU4AAAABAAAAAQAAAAEAAAABQ0FOQVJZLUFSVElTVAAABZAAAAcAAAAEMDIzMpEBAAcAAAAEAQIDAKAAAAcAAAAEMDEwMKAB"
        + "AAMAAAAB//8AAKQxAAIAAAAOAAAAzgAAAABDQU5BUlktU0VSSUFMAAAFAAAAAQAAAAQCAwAAAAEAAgAAAAJOAAAAAAIABQAAAAMAAAEeAAMAAgAAAAJFAAAAAAQABQAAAAMAAAE2AAAA"
        + "AAAAACEAAAABAAAAHgAAAAEAAADqAAAABQAAACQAAAABAAAAEAAAAAEAAACoAAAABQAGAQMAAwAAAAEABgAAARoABQAAAAEAAAGcARsABQAAAAEAAAGkASgAAwAAAAEAAgAAAgEABAAA"
        + "AAEAAAGsAgIABAAAAAEAAAEmAAAAAAAAAEgAAAABAAAASAAAAAH/2P/gABBKRklGAAEBAAABAAEAAP/bAEMAGxIUFxQRGxcWFx4cGyAoQisoJSUoUTo9MEJgVWVkX1VdW2p4mYFqcZBz"
        + "W12FtYaQnqOrratngLzJuqbHmairpP/bAEMBHB4eKCMoTisrTqRuXW6kpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpP/AABEIABAAEAMBIgAC"
        + "EQEDEQH/xAAWAAEBAQAAAAAAAAAAAAAAAAAAAwX/xAAVEAEBAAAAAAAAAAAAAAAAAAAAEv/EABQBAQAAAAAAAAAAAAAAAAAAAAT/xAAWEQEBAQAAAAAAAAAAAAAAAAAAFGH/2gAMAwEA"
        + "AhEDEQA/AMyy0LLMhw+x/9n//gAQQ0FOQVJZLUNPTU1FTlT/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/"
        + "2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAQABADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAA"
        + "AAAAAAMF/8QAFRABAQAAAAAAAAAAAAAAAAAAABL/xAAUAQEAAAAAAAAAAAAAAAAAAAAE/8QAFhEBAQEAAAAAAAAAAAAAAAAAABRh/9oADAMBAAIRAxEAPwDMstCyzIcPsf/Z";

    private const string PngAlone =
        "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAIEAIAAAAb/fWfAAAAQklEQVQY05XQUQ0AIBRC0etmlGcYwzzDaBfLYBetIPyfwSj3YqUoIaYBtqDHP6hneA1VCW0Zk3rAlgFigtIAAM61D5Z2"
        + "EAM0q4gpAAAAAElFTkSuQmCC";

    private const string WebpAlone =
        "UklGRlAAAABXRUJQVlA4IEQAAACwAgCdASoIAAgAAgA0JagCdLcAlgH8AuP8D0P9gAAA/vaw64VOXrH/ji+FUl6/eFUl/8Cd/4U1/5nM6/LrKOkkS4AAAA==";

    /// <summary>A JPEG, 16 by 16, turned (6), with EXIF (GPS, artist, serial number, thumbnail), comment, XMP, colour profile and bytes after its end.</summary>
    public static byte[] Jpeg
    {
        get
        {
            var file = Convert.FromBase64String(JpegWithExif);
            return
            [
                .. file[..2], .. Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0<x:CANARY-XMP/>"), .. Segment(0xE2, "ICC_PROFILE\0\u0001\u0001CANARY-ICC"), .. file[2..],
                .. "CANARY-TAIL"u8,
            ];
        }
    }

    /// <summary>The same picture without any of it.</summary>
    public static byte[] PlainJpeg => Convert.FromBase64String(JpegAlone);

    /// <summary>A PNG, 8 by 8, with text, time, EXIF and bytes after its end.</summary>
    public static byte[] Png
    {
        get
        {
            var file = Convert.FromBase64String(PngAlone);
            const int AfterHeader = 33;
            return
            [
                .. file[..AfterHeader], .. Chunk("tEXt", "Author\0CANARY-AUTHOR"), .. Chunk("zTXt", "CANARY"), .. Chunk("iTXt", "CANARY"),
                .. Chunk("eXIf", "II*\0CANARY-EXIF"), .. Chunk("tIME", "CANARY!"), .. Chunk("prVt", "CANARY-PRIVATE"), .. file[AfterHeader..], .. "CANARY-TAIL"u8,
            ];
        }
    }

    /// <summary>A WebP, 8 by 8, with profile, EXIF, XMP, a chunk of its own and bytes after its end.</summary>
    public static byte[] Webp
    {
        get
        {
            var picture = Convert.FromBase64String(WebpAlone)[12..];
            byte[] body =
            [
                .. "WEBP"u8, .. Riff("VP8X", [0x2C, 0, 0, 0, 7, 0, 0, 7, 0, 0]), .. Riff("ICCP", "CANARY"u8), .. picture, .. Riff("EXIF", "CANARY-EXIF"u8),
                .. Riff("XMP ", "CANARY-XMP"u8), .. Riff("PRIV", "CANARY-PRIVATE"u8),
            ];
            return [.. Riff("RIFF", body), .. "CANARY-TAIL"u8];
        }
    }

    /// <summary>Whether any of what must not cross is in the bytes.</summary>
    public static bool TellsTales(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        return text.Contains("CANARY", StringComparison.Ordinal) || text.Contains("ICC_PROFILE", StringComparison.Ordinal)
            || text.Contains("http://ns.adobe.com", StringComparison.Ordinal);
    }

    private static byte[] Segment(byte marker, string data)
    {
        var bytes = Encoding.Latin1.GetBytes(data);
        return [0xFF, marker, (byte)((bytes.Length + 2) >> 8), (byte)(bytes.Length + 2), .. bytes];
    }

    private static byte[] Chunk(string name, string data)
    {
        byte[] body = [.. Encoding.Latin1.GetBytes(name), .. Encoding.Latin1.GetBytes(data)];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length - 4);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(body));
        return [.. length, .. body, .. sum];
    }

    private static uint Crc(byte[] bytes) => ~bytes.Aggregate(
        uint.MaxValue, (sum, value) => Enumerable.Range(0, 8).Aggregate(sum ^ value, (left, _) => (left & 1) == 1 ? 0xEDB88320 ^ (left >> 1) : left >> 1));

    private static byte[] Riff(string name, ReadOnlySpan<byte> data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, data.Length);
        return [.. Encoding.Latin1.GetBytes(name), .. length, .. data, .. new byte[data.Length % 2]];
    }
}
