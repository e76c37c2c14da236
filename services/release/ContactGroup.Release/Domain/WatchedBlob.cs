namespace ContactGroup.Release.Domain;

/// <summary>
/// A file on its way to a reader. Before each further chunk it is asked again whether the reader may still have it: a recall ends a download that has begun,
/// at the next chunk.
/// </summary>
internal sealed class WatchedBlob(Stream blob, Func<CancellationToken, Task<bool>> stillHeld) : Stream
{
    private bool begun;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => blob.Length;

    public override long Position
    {
        get => blob.Position;
        set => blob.Position = value;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (begun && !await stillHeld(cancellationToken))
        {
            // The connection breaks off; whoever asks again finds the file absent.
            throw new OperationCanceledException("The file is no longer held.");
        }

        begun = true;
        return await blob.ReadAsync(buffer, cancellationToken);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => blob.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            blob.Dispose();
        }

        base.Dispose(disposing);
    }
}
