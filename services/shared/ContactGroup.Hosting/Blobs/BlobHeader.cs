using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Win32.SafeHandles;

namespace ContactGroup.Hosting.Blobs;

/// <summary>How a blob begins on disk: four letters, the length of its sealed key in two bytes, the sealed key; then its chunks.</summary>
internal static class BlobHeader
{
    private const int LongestKey = 4_096;
    private static readonly byte[] Letters = "CGB1"u8.ToArray();

    public static byte[] Of(BlobSeal seal)
    {
        var length = new byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16BigEndian(length, checked((ushort)seal.WrappedKey.Length));
        return [.. Letters, .. length, .. seal.WrappedKey];
    }

    /// <summary>Reads the beginning of a blob and unseals its key.</summary>
    /// <returns>The seal and where the first chunk begins.</returns>
    /// <exception cref="BlobUnreadableException">It is no blob, or its key is gone.</exception>
    public static (BlobSeal Seal, int Length) Read(SafeFileHandle file, IDataProtector ring, string name)
    {
        var start = new byte[Letters.Length + sizeof(ushort)];
        if (RandomAccess.Read(file, start, 0) != start.Length || !start.AsSpan(0, Letters.Length).SequenceEqual(Letters))
        {
            throw new BlobUnreadableException();
        }

        var wrapped = new byte[Math.Min((int)BinaryPrimitives.ReadUInt16BigEndian(start.AsSpan(Letters.Length)), LongestKey)];
        try
        {
            return RandomAccess.Read(file, wrapped, start.Length) == wrapped.Length
                ? (BlobSeal.Open(ring, name, wrapped), start.Length + wrapped.Length)
                : throw new BlobUnreadableException();
        }
        catch (CryptographicException cause)
        {
            throw new BlobUnreadableException(cause);
        }
    }
}
