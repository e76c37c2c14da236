using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Win32.SafeHandles;

namespace ContactGroup.Hosting.Blobs;

/// <summary>Reads a blob from any place, one chunk at a time. Gives out only bytes whose chunk was found to be the one that was written.</summary>
internal sealed class SealedBlob : Stream
{
    private const int SealedChunk = BlobSeal.ChunkBytes + BlobSeal.TagBytes;

    private readonly SafeFileHandle file;
    private readonly BlobSeal seal;
    private readonly int begin;
    private readonly long chunks;
    private readonly byte[] opened = new byte[BlobSeal.ChunkBytes];
    private readonly byte[] closed = new byte[SealedChunk];
    private long open = -1;

    private SealedBlob(SafeFileHandle file, BlobSeal seal, int begin)
    {
        (this.file, this.seal, this.begin) = (file, seal, begin);
        var body = RandomAccess.GetLength(file) - begin;
        chunks = (body + SealedChunk - 1) / SealedChunk;
        Length = body - (chunks * BlobSeal.TagBytes);
        if (chunks < 1 || Length < 0)
        {
            throw new BlobUnreadableException();
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position { get; set; }

    /// <exception cref="BlobUnreadableException">It is no blob of this name.</exception>
    public static SealedBlob Open(SafeFileHandle file, IDataProtector ring, string name)
    {
        try
        {
            var (seal, begin) = BlobHeader.Read(file, ring, name);
            return new SealedBlob(file, seal, begin);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length == 0 || Position >= Length)
        {
            return 0;
        }

        var index = Position / BlobSeal.ChunkBytes;
        if (index != open)
        {
            var length = await RandomAccess.ReadAsync(file, closed.AsMemory(0, LengthOf(index)), begin + (index * SealedChunk), cancellationToken);
            Unseal(index, length);
        }

        return Give(index, buffer.Span);
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.Length == 0 || Position >= Length)
        {
            return 0;
        }

        var index = Position / BlobSeal.ChunkBytes;
        if (index != open)
        {
            Unseal(index, RandomAccess.Read(file, closed.AsSpan(0, LengthOf(index)), begin + (index * SealedChunk)));
        }

        return Give(index, buffer);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            CryptographicOperations.ZeroMemory(opened);
            seal.Dispose();
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private int LengthOf(long index) => (int)Math.Min(SealedChunk, RandomAccess.GetLength(file) - begin - (index * SealedChunk));

    private void Unseal(long index, int length)
    {
        open = -1;
        try
        {
            seal.Open(index, index == chunks - 1, closed.AsSpan(0, length), opened.AsSpan(0, length - BlobSeal.TagBytes));
        }
        catch (Exception cause) when (cause is CryptographicException or ArgumentException)
        {
            throw new BlobUnreadableException(cause);
        }

        open = index;
    }

    private int Give(long index, Span<byte> buffer)
    {
        var from = (int)(Position - (index * BlobSeal.ChunkBytes));
        var count = (int)Math.Min(Math.Min(BlobSeal.ChunkBytes - from, Length - Position), buffer.Length);
        opened.AsSpan(from, count).CopyTo(buffer);
        Position += count;
        return count;
    }
}
