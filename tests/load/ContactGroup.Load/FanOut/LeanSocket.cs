using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace ContactGroup.Load.FanOut;

/// <summary>
/// A web socket to a SignalR hub that costs next to nothing, because a thousand of them share two cores with the server that is measured: it takes the
/// frames off, looks for marks in what is left, and understands nothing else of it.
/// </summary>
/// <param name="receiveBuffer">Bytes that are kept for it while it does not read; 0 for what is usual.</param>
internal sealed class LeanSocket(int receiveBuffer = 0) : IDisposable
{
    private const byte EndOfMessage = 0x1e;
    private const int Largest = 4 * 1024 * 1024;
    private static readonly byte[] Ping = Frame("{\"type\":6}\u001e");

    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] buffer = new byte[16 * 1024];
    private byte[] text = new byte[16 * 1024];
    private int textLength;

    /// <summary>Connects, upgrades and shakes hands.</summary>
    public async Task OpenAsync(Uri hub, string? accessToken)
    {
        if (receiveBuffer > 0)
        {
            socket.ReceiveBufferSize = receiveBuffer;
        }

        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, hub.Port));
        var request = new StringBuilder($"GET {hub.PathAndQuery} HTTP/1.1\r\nHost: {hub.Authority}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n")
            .Append("Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        if (accessToken is not null)
        {
            request.Append(HeaderNames.Authorization).Append($": Bearer {accessToken}\r\n");
        }

        await socket.SendAsync(Encoding.ASCII.GetBytes(request.Append("\r\n").ToString()));
        await ReadHeadAsync();
        await SendAsync("{\"protocol\":\"json\",\"version\":1}\u001e");
    }

    /// <summary>Sends one or more hub messages, each with its end.</summary>
    public async Task SendAsync(string messages) => await socket.SendAsync(Frame(messages));

    /// <summary>Tells the server that this client lives.</summary>
    public async Task PingAsync() => await socket.SendAsync(Ping);

    /// <summary>Whether the server threw the connection away. What came before that can still be read, also after.</summary>
    public bool IsThrownAway => (int)socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Error)! != 0;

    /// <summary>Reads and forgets what comes until something was in it.</summary>
    public async Task HearAsync(string what)
    {
        var heard = string.Empty;
        while (!heard.Contains(what, StringComparison.Ordinal))
        {
            var read = await socket.ReceiveAsync(buffer);
            heard = read > 0 ? heard + Encoding.UTF8.GetString(buffer, 0, read) : throw new InvalidOperationException("The server closed.");
        }
    }

    /// <summary>Reads some bytes and leaves them unread otherwise; false when the server has closed.</summary>
    public async Task<bool> SkipAsync(int bytes) => await socket.ReceiveAsync(buffer.AsMemory(0, bytes)) > 0;

    /// <summary>Gives whole hub messages to a reader, many at once where they came at once, until the connection ends.</summary>
    public async Task ReadAsync(Action<ReadOnlyMemory<byte>> messages)
    {
        var filled = 0;
        try
        {
            while (true)
            {
                if (filled == buffer.Length)
                {
                    Array.Resize(ref buffer, Larger(buffer.Length));
                }

                var read = await socket.ReceiveAsync(buffer.AsMemory(filled));
                if (read == 0)
                {
                    return;
                }

                filled = TakeFrames(filled + read);
                GiveMessages(messages);
            }
        }
        catch (SocketException)
        {
            // It was closed, here or there.
        }
    }

    public void Dispose() => socket.Dispose();

    // Frames of a server are not masked. What is left of an unfinished one moves to the front.
    private int TakeFrames(int filled)
    {
        var at = 0;
        while (HeadOf(buffer.AsSpan(at, filled - at)) is var (head, length) && head > 0 && at + head + length <= filled)
        {
            if ((buffer[at] & 0x0f) <= 2)
            {
                Keep(buffer.AsSpan(at + head, length));
            }

            at += head + length;
        }

        buffer.AsSpan(at, filled - at).CopyTo(buffer);
        return filled - at;
    }

    private static (int Head, int Length) HeadOf(ReadOnlySpan<byte> frame) => frame.Length < 2 ? (0, 0) : (frame[1] & 0x7f) switch
    {
        126 => frame.Length < 4 ? (0, 0) : (4, BinaryPrimitives.ReadUInt16BigEndian(frame[2..])),
        127 => frame.Length < 10 ? (0, 0) : (10, checked((int)BinaryPrimitives.ReadUInt64BigEndian(frame[2..]))),
        var length => (2, length),
    };

    private void Keep(ReadOnlySpan<byte> payload)
    {
        while (textLength + payload.Length > text.Length)
        {
            Array.Resize(ref text, Larger(text.Length));
        }

        payload.CopyTo(text.AsSpan(textLength));
        textLength += payload.Length;
    }

    private void GiveMessages(Action<ReadOnlyMemory<byte>> messages)
    {
        var whole = text.AsSpan(0, textLength).LastIndexOf(EndOfMessage) + 1;
        if (whole > 0)
        {
            messages(text.AsMemory(0, whole));
            text.AsSpan(whole, textLength - whole).CopyTo(text);
            textLength -= whole;
        }
    }

    private static int Larger(int length) =>
        length < Largest ? 2 * length : throw new InvalidOperationException("The server sent a message that no client would take.");

    private async Task ReadHeadAsync()
    {
        // One byte after another: what follows the head belongs to the frames.
        var head = new List<byte>();
        var one = new byte[1];
        while (!(head is [.., 13, 10, 13, 10]))
        {
            if (await socket.ReceiveAsync(one) == 0)
            {
                throw new InvalidOperationException("The server closed: " + Encoding.ASCII.GetString([.. head]));
            }

            head.Add(one[0]);
        }

        var answer = Encoding.ASCII.GetString([.. head]);
        if (!answer.StartsWith("HTTP/1.1 101", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("The server did not open a web socket: " + answer.Split('\r')[0]);
        }
    }

    // A client has to mask; with zeros that changes nothing.
    private static byte[] Frame(string messages)
    {
        var payload = Encoding.UTF8.GetBytes(messages);
        byte[] length = payload.Length < 126
            ? [(byte)(0x80 | payload.Length)]
            : [0x80 | 126, (byte)(payload.Length >> 8), (byte)payload.Length];
        return [0x81, .. length, 0, 0, 0, 0, .. payload];
    }
}
