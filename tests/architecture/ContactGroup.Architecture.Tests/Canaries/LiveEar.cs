using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace ContactGroup.Architecture.Tests.Canaries;

/// <summary>A live connection that keeps every frame as it came over the wire.</summary>
internal sealed class LiveEar : IAsyncDisposable
{
    private const char EndOfMessage = '\u001e';
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket socket = new();
    private readonly StringBuilder heard = new();
    private readonly CancellationTokenSource stop = new();
    private Task listening = Task.CompletedTask;

    /// <summary>Everything so far.</summary>
    public string Heard
    {
        get
        {
            lock (heard)
            {
                return heard.ToString();
            }
        }
    }

    /// <summary>Connects as a person and follows the streams from the places given; streams of others may be among them.</summary>
    public static async Task<LiveEar> ListenAsync(HttpClient person, IEnumerable<(string Stream, string Cursor)> streams)
    {
        var ear = new LiveEar();
        ear.socket.Options.SetRequestHeader("Authorization", person.DefaultRequestHeaders.Authorization!.ToString());
        await ear.socket.ConnectAsync(new UriBuilder(person.BaseAddress!) { Scheme = "ws", Path = "/hubs/live" }.Uri, ear.stop.Token).WaitAsync(Patience);
        ear.listening = ear.ReceiveAsync();
        await ear.SayAsync("""{"protocol":"json","version":1}""");
        var wanted = JsonSerializer.Serialize(streams.Select(one => new { stream = one.Stream, cursor = one.Cursor }));
        await ear.SayAsync($$"""{"type":1,"invocationId":"1","target":"Subscribe","arguments":[{{wanted}}]}""");
        await ear.HearsAsync("\"invocationId\":\"1\"");
        return ear;
    }

    /// <summary>Waits until a word was heard; bounded.</summary>
    public async Task HearsAsync(string word)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        using var patience = new CancellationTokenSource(Patience);
        while (!Heard.Contains(word, StringComparison.Ordinal))
        {
            await look.WaitForNextTickAsync(patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await listening;
        socket.Dispose();
        stop.Dispose();
    }

    private Task SayAsync(string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message + EndOfMessage), WebSocketMessageType.Text, endOfMessage: true, stop.Token);

    private async Task ReceiveAsync()
    {
        var buffer = new byte[1 << 16];
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(), stop.Token) is { MessageType: not WebSocketMessageType.Close } part)
            {
                lock (heard)
                {
                    heard.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
                }
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or WebSocketException)
        {
            // The connection is over; what was heard stays.
        }
    }
}
