using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace ContactGroup.Realtime.Tests.App;

/// <summary>A client that says what it must and does not read until it is told to.</summary>
internal sealed class DeafClient : IDisposable
{
    private readonly ClientWebSocket socket = new();

    public static async Task<DeafClient> ConnectAsync(RealtimeApp app, string person, string stream, long after, string query = "")
    {
        app.Release.Admit(person, stream);
        var client = new DeafClient();
        client.socket.Options.SetRequestHeader("Authorization", "Bearer " + app.TokenOf(person));
        await client.socket.ConnectAsync(new UriBuilder(app.Address) { Scheme = "ws", Path = "/hubs/live", Query = query }.Uri, CancellationToken.None);
        var arguments = new[] { new[] { new { stream, cursor = FakeStreams.Cursor(person, stream, after) } } };
        foreach (var message in new object[] { new { protocol = "json", version = 1 }, new { type = 1, invocationId = "1", target = "Subscribe", arguments } })
        {
            var bytes = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(message) + "\u001e");
            await client.socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }

        return client;
    }

    /// <summary>Reads at last, until a text came by; all that was received.</summary>
    public async Task<string> HearUntilAsync(string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var heard = new StringBuilder();
        var buffer = new byte[64 * 1024];
        var tail = string.Empty;
        while (!tail.Contains(text, StringComparison.Ordinal))
        {
            var part = await socket.ReceiveAsync(buffer, patience.Token);
            var came = Encoding.UTF8.GetString(buffer, 0, part.Count);
            heard.Append(came);
            tail = string.Concat(tail.AsSpan(Math.Max(0, tail.Length - text.Length)), came);
        }

        return heard.ToString();
    }

    /// <summary>Reads at last, until so many bytes came; how long the longest message of the socket was, of which nobody sees anything before its end.</summary>
    public async Task<int> LongestMessageAsync(int bytes)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var buffer = new byte[64 * 1024];
        var (all, longest, length) = (0, 0, 0);
        while (all < bytes)
        {
            var part = await socket.ReceiveAsync(buffer, patience.Token);
            (all, length) = (all + part.Count, length + part.Count);
            longest = Math.Max(longest, length);
            length = part.EndOfMessage ? 0 : length;
        }

        return longest;
    }

    /// <summary>Reads at last what is left, until the connection fails; how.</summary>
    public async Task<SocketError?> HearHowItEndedAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var buffer = new byte[64 * 1024];
        try
        {
            while ((await socket.ReceiveAsync(buffer, patience.Token)).MessageType != WebSocketMessageType.Close)
            {
            }

            return null;
        }
        catch (WebSocketException failure)
        {
            return (failure.GetBaseException() as SocketException)?.SocketErrorCode;
        }
    }

    public void Dispose() => socket.Dispose();
}
