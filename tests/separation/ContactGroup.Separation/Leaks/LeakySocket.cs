using System.Buffers.Binary;
using System.Text;

namespace ContactGroup.Separation.Leaks;

/// <summary>The server's end of a WebSocket: whole text frames go through the planted leak, everything else as it is.</summary>
internal sealed class LeakySocket(Stream inner, Leak leak, LeakSite site, string person) : Stream
{
    private const byte WholeText = 0x81;
    private const char End = '\u001e';

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => inner.ReadAsync(buffer, cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(Changed(buffer.AsMemory(offset, count)).Span);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        inner.WriteAsync(Changed(buffer), cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private ReadOnlyMemory<byte> Changed(ReadOnlyMemory<byte> frame)
    {
        var bytes = frame.Span;
        if (bytes.Length < 2 || bytes[0] != WholeText)
        {
            return frame;
        }

        var (head, length) = bytes[1] switch
        {
            126 => (4, BinaryPrimitives.ReadUInt16BigEndian(bytes[2..])),
            127 => (10, (long)BinaryPrimitives.ReadUInt64BigEndian(bytes[2..])),
            var few => (2, few),
        };
        if (head + length != bytes.Length)
        {
            return frame;
        }

        var messages = Encoding.UTF8.GetString(bytes[head..]).Split(End, StringSplitOptions.RemoveEmptyEntries);
        return Frame(Encoding.UTF8.GetBytes(string.Concat(messages.SelectMany(message => leak.Frame(site, person, message)).Select(message => message + End))));
    }

    private static byte[] Frame(byte[] text)
    {
        var frame = new byte[10 + text.Length];
        frame[0] = WholeText;
        frame[1] = 127;
        BinaryPrimitives.WriteUInt64BigEndian(frame.AsSpan(2), (ulong)text.Length);
        text.CopyTo(frame, 10);
        return frame;
    }
}
