using System.IO.Compression;

namespace ContactGroup.Release.Domain.Records;

/// <summary>Bytes that are kept long and read seldom.</summary>
internal static class Compressed
{
    public static byte[] Of(byte[] bytes)
    {
        using var buffer = new MemoryStream();
        using (var brotli = new BrotliStream(buffer, CompressionLevel.Optimal))
        {
            brotli.Write(bytes);
        }

        return buffer.ToArray();
    }

    public static byte[] Read(byte[] compressed)
    {
        using var brotli = new BrotliStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var buffer = new MemoryStream();
        brotli.CopyTo(buffer);
        return buffer.ToArray();
    }
}
