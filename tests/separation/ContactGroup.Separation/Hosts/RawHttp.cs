using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace ContactGroup.Separation.Hosts;

/// <summary>A request as it goes out.</summary>
/// <param name="Method">Method.</param>
/// <param name="Path">Path with query.</param>
/// <param name="Token">Access token, or null.</param>
/// <param name="Body">JSON, or null.</param>
/// <param name="Headers">Further header lines, each ending with CRLF.</param>
internal sealed record RawRequest(string Method, string Path, string? Token, string? Body = null, string Headers = "")
{
    /// <summary>Bytes of a file, in place of JSON.</summary>
    public byte[]? Bytes { get; init; }
}

/// <summary>An answer as it came in.</summary>
/// <param name="Status">Status code.</param>
/// <param name="Head">Status line and every header but Date, as sent and in the order sent.</param>
/// <param name="Body">Body, chunks joined.</param>
internal sealed record RawAnswer(int Status, string Head, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}

/// <summary>HTTP/1.1 over one socket, bytes as the server sent them. Requests of a batch go out together; answers come in their order.</summary>
internal sealed class RawHttp(int port) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly byte[] buffer = new byte[256 * 1024];
    private Socket? socket;
    private int start;
    private int end;

    public async Task<RawAnswer> SendAsync(RawRequest request) => (await SendAsync([request]))[0];

    public async Task<IReadOnlyList<RawAnswer>> SendAsync(IReadOnlyList<RawRequest> requests)
    {
        using var patience = new CancellationTokenSource(Patience);
        var answers = new List<RawAnswer>(requests.Count);
        while (answers.Count < requests.Count)
        {
            await ConnectAsync(patience.Token);
            var bytes = new List<byte>();
            foreach (var request in requests.Skip(answers.Count))
            {
                Write(bytes, request);
            }

            // Sent beside the reading: both ends have buffers, and a server that waits for us to read does not read.
            var sending = socket!.SendAsync(bytes.ToArray(), patience.Token).AsTask();
            while (answers.Count < requests.Count && socket is not null && await ReadAsync(requests[answers.Count].Method, patience.Token) is { } answer)
            {
                answers.Add(answer);
            }

            if (socket is not null)
            {
                await sending;
            }
        }

        return answers;
    }

    public void Dispose() => Close();

    private static void Write(List<byte> to, RawRequest request)
    {
        var head = new StringBuilder();
        head.Append(request.Method).Append(' ').Append(request.Path).Append(" HTTP/1.1\r\nHost: contactgroup.test\r\n");
        if (request.Token is not null)
        {
            head.Append(HeaderNames.Authorization).Append(": Bearer ").Append(request.Token).Append("\r\n");
        }

        head.Append(request.Headers);
        var body = request.Bytes ?? (request.Body is null ? null : Encoding.UTF8.GetBytes(request.Body));
        if (body is not null)
        {
            head.Append("Content-Type: ").Append(request.Bytes is null ? "application/json" : "application/octet-stream").Append("\r\nContent-Length: ")
                .Append(body.Length.ToString(CultureInfo.InvariantCulture)).Append("\r\n");
        }

        to.AddRange(Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()));
        to.AddRange(body ?? []);
    }

    private async Task ConnectAsync(CancellationToken patience)
    {
        if (socket is null)
        {
            (start, end) = (0, 0);
            socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, port, patience);
        }
    }

    private void Close()
    {
        socket?.Dispose();
        socket = null;
    }

    private async Task<RawAnswer?> ReadAsync(string method, CancellationToken patience)
    {
        if (await HeadAsync(patience) is not { } lines)
        {
            return null;
        }

        var status = int.Parse(lines[0].AsSpan(9, 3), CultureInfo.InvariantCulture);
        var body = method == "HEAD" || status is 204 or 304 ? []
            : Value(lines, "Transfer-Encoding: ") == "chunked" ? await ChunksAsync(patience)
            : await BytesAsync(int.Parse(Value(lines, "Content-Length: ") ?? "0", CultureInfo.InvariantCulture), patience);
        if (Value(lines, "Connection: ") == "close")
        {
            Close();
        }

        return new RawAnswer(status, string.Join("\r\n", lines.Where(line => !line.StartsWith("Date: ", StringComparison.Ordinal))), body);
    }

    private static string? Value(string[] lines, string name) =>
        Array.Find(lines, line => line.StartsWith(name, StringComparison.OrdinalIgnoreCase))?[name.Length..];

    private async Task<string[]?> HeadAsync(CancellationToken patience)
    {
        int length;
        while ((length = buffer.AsSpan(start, end - start).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (!await MoreAsync(patience))
            {
                return null;
            }
        }

        var text = Encoding.Latin1.GetString(buffer, start, length);
        start += length + 4;
        return text.Split("\r\n");
    }

    private async Task<byte[]> BytesAsync(int count, CancellationToken patience)
    {
        var bytes = new byte[count];
        for (var have = 0; have < count;)
        {
            if (start == end && !await MoreAsync(patience))
            {
                throw new IOException("The server closed the connection inside an answer.");
            }

            var part = Math.Min(count - have, end - start);
            buffer.AsSpan(start, part).CopyTo(bytes.AsSpan(have));
            start += part;
            have += part;
        }

        return bytes;
    }

    private async Task<byte[]> ChunksAsync(CancellationToken patience)
    {
        var body = new List<byte>();
        while (true)
        {
            int line;
            while ((line = buffer.AsSpan(start, end - start).IndexOf("\r\n"u8)) < 0)
            {
                if (!await MoreAsync(patience))
                {
                    throw new IOException("The server closed the connection inside an answer.");
                }
            }

            if (!Utf8Parser.TryParse(buffer.AsSpan(start, line), out int size, out _, 'x'))
            {
                throw new IOException("A chunk has no length.");
            }

            start += line + 2;
            var chunk = await BytesAsync(size + 2, patience);
            if (size == 0)
            {
                return [.. body];
            }

            body.AddRange(chunk.AsSpan(0, size));
        }
    }

    private async Task<bool> MoreAsync(CancellationToken patience)
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        var count = await socket!.ReceiveAsync(buffer.AsMemory(end), patience);
        end += count;
        if (count == 0)
        {
            Close();
        }

        return count > 0;
    }
}
