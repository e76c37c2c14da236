using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace ContactGroup.Hosting.Blobs;

/// <summary>
/// Seals one blob in chunks under a key of its own, which is random and itself sealed by the shared key ring. INVARIANT: area, id, number of the chunk
/// and whether it is the last are bound into every chunk, so that chunks can neither be swapped, repeated, taken from another blob nor left out at
/// the end.
/// </summary>
internal sealed class BlobSeal : IDisposable
{
    /// <summary>Bytes of content in a chunk; the last one may have fewer.</summary>
    public const int ChunkBytes = 64 * 1024;

    public const int TagBytes = 16;
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;

    private readonly AesGcm cipher;
    private readonly byte[] bound;

    private BlobSeal(byte[] key, byte[] wrapped, string name)
    {
        cipher = new AesGcm(key, TagBytes);
        WrappedKey = wrapped;
        bound = [.. Encoding.UTF8.GetBytes(name), .. new byte[sizeof(long) + 1]];
        CryptographicOperations.ZeroMemory(key);
    }

    /// <summary>The key as it is kept beside the chunks.</summary>
    public byte[] WrappedKey { get; }

    public static BlobSeal New(IDataProtector ring, string name)
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        return new BlobSeal(key, ring.CreateProtector(name).Protect(key), name);
    }

    /// <exception cref="CryptographicException">The key ring does not know the key, or it belongs to another blob.</exception>
    public static BlobSeal Open(IDataProtector ring, string name, byte[] wrapped) => new(ring.CreateProtector(name).Unprotect(wrapped), wrapped, name);

    /// <summary>Seals a chunk into <paramref name="into"/>, which is longer by <see cref="TagBytes"/>.</summary>
    public void Seal(long index, bool last, ReadOnlySpan<byte> chunk, Span<byte> into)
    {
        Span<byte> nonce = stackalloc byte[NonceBytes];
        cipher.Encrypt(Nonce(nonce, index), chunk, into[..chunk.Length], into[chunk.Length..], Bind(index, last));
    }

    /// <exception cref="CryptographicException">It is not the chunk that was sealed there.</exception>
    public void Open(long index, bool last, ReadOnlySpan<byte> chunk, Span<byte> into)
    {
        Span<byte> nonce = stackalloc byte[NonceBytes];
        cipher.Decrypt(Nonce(nonce, index), chunk[..^TagBytes], chunk[^TagBytes..], into, Bind(index, last));
    }

    public void Dispose() => cipher.Dispose();

    // The number of the chunk is nonce enough: a key seals one blob, and a blob is written once.
    private static Span<byte> Nonce(Span<byte> nonce, long index)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt64BigEndian(nonce[^sizeof(long)..], index);
        return nonce;
    }

    private byte[] Bind(long index, bool last)
    {
        BinaryPrimitives.WriteInt64BigEndian(bound.AsSpan(^(sizeof(long) + 1)..), index);
        bound[^1] = last ? (byte)1 : (byte)0;
        return bound;
    }
}
