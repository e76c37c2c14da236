using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace ContactGroup.Realtime.Tests.App;

/// <summary>A client that sees the frames of its web socket, which libraries put together.</summary>
internal sealed class FrameReader : IDisposable
{
    private readonly TcpClient connection = new();
    private NetworkStream? stream;

    public static async Task<FrameReader> ConnectAsync(RealtimeApp app, string person, string followed, long after, string query = "")
    {
        app.Release.Admit(person, followed);
        var client = new FrameReader();
        await client.connection.ConnectAsync(app.Address.Host, app.Address.Port);
        client.stream = client.connection.GetStream();
        var upgrade = $"GET /hubs/live{query} HTTP/1.1\r\nHost: {app.Address.Authority}\r\n" + HeaderNames.Authorization + $": Bearer {app.TokenOf(person)}\r\n"
            + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        await client.stream.WriteAsync(Encoding.ASCII.GetBytes(upgrade));
        while (!(await client.LineAsync()).Equals("\r\n", StringComparison.Ordinal))
        {
        }

        var arguments = new[] { new[] { new { stream = followed, cursor = FakeStreams.Cursor(person, followed, after) } } };
        await client.SendAsync(new { protocol = "json", version = 1 });
        await client.SendAsync(new { type = 1, invocationId = "1", target = "Subscribe", arguments });
        return client;
    }

    /// <summary>The first frame in which a text begins, whole.</summary>
    public async Task<string> FrameWithAsync(string text)
    {
        while (true)
        {
            var frame = Encoding.UTF8.GetString(await FrameAsync());
            if (frame.Contains(text, StringComparison.Ordinal))
            {
                return frame;
            }
        }
    }

    public void Dispose() => connection.Dispose();

    private async Task<byte[]> FrameAsync()
    {
        var head = await ReadAsync(2);
        var length = (head[1] & 0x7f) switch
        {
            126 => BinaryPrimitives.ReadUInt16BigEndian(await ReadAsync(2)),
            127 => (int)BinaryPrimitives.ReadUInt64BigEndian(await ReadAsync(8)),
            var few => few,
        };
        return await ReadAsync(length);
    }

    private async Task<string> LineAsync()
    {
        var line = new StringBuilder();
        while (line is not { Length: > 1 } || line[^1] != '\n')
        {
            line.Append((char)(await ReadAsync(1))[0]);
        }

        return line.ToString();
    }

    private async Task<byte[]> ReadAsync(int bytes)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var read = new byte[bytes];
        await stream!.ReadExactlyAsync(read, patience.Token);
        return read;
    }

    // A client masks; with zeros that changes nothing.
    private async Task SendAsync(object message)
    {
        var text = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(message) + "\u001e");
        byte[] head = [0x81, 0x80 | 126, (byte)(text.Length >> 8), (byte)text.Length, 0, 0, 0, 0];
        await stream!.WriteAsync((byte[])[.. head, .. text]);
    }
}
