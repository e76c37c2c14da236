using System.Buffers.Binary;

namespace ContactGroup.Channels.Domain.Files;

/// <summary>Walks over bytes that somebody sent. Every step is checked: past the end, or a length that cannot be, the file is refused.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes, string kind)
{
    public ReadOnlySpan<byte> Rest { get; private set; } = bytes;

    public byte Byte() => Take(1)[0];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16BigEndian(Take(sizeof(ushort)));

    public ReadOnlySpan<byte> Take(long count)
    {
        if (count < 0 || count > Rest.Length)
        {
            throw FileRefusedException.Unreadable(kind);
        }

        var taken = Rest[..(int)count];
        Rest = Rest[(int)count..];
        return taken;
    }

    public void Require(ReadOnlySpan<byte> expected)
    {
        if (!Take(expected.Length).SequenceEqual(expected))
        {
            throw FileRefusedException.Unreadable(kind);
        }
    }
}
