using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace ContactGroup.Architecture.Tests.Canaries;

/// <summary>
/// Keeps every frame of a live connection as it came over the wire. Comes again when the connection is ended, as clients do: one that is behind when a
/// stream closes is.
/// </summary>
internal sealed class LiveEar : IAsyncDisposable
{
    private const char EndOfMessage = '\u001e';
    private const string Subscribed = "\"invocationId\":\"1\"";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BeforeComingAgain = TimeSpan.FromMilliseconds(200);

    private readonly Uri address;
    private readonly string authorization;
    private readonly string wanted;
    private readonly StringBuilder heard = new();
    private readonly CancellationTokenSource stop = new();
    private Task listening = Task.CompletedTask;

    private LiveEar(HttpClient person, IEnumerable<(string Stream, string Cursor)> streams)
    {
        address = new UriBuilder(person.BaseAddress!) { Scheme = "ws", Path = "/hubs/live" }.Uri;
        authorization = person.DefaultRequestHeaders.Authorization!.ToString();
        wanted = JsonSerializer.Serialize(streams.Select(one => new { stream = one.Stream, cursor = one.Cursor }));
    }

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
        var ear = new LiveEar(person, streams);
        ear.listening = ear.ListenAsync();
        await ear.HearsAsync(Subscribed);
        return ear;
    }

    /// <summary>Waits until a word was heard; bounded.</summary>
    public async Task HearsAsync(string word)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        using var patience = new CancellationTokenSource(Patience);
        while (!Heard.Contains(word, StringComparison.Ordinal))
        {
            Assert.False(patience.IsCancellationRequested, $"'{word}' was not heard, only {Heard}");
            await look.WaitForNextTickAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await listening;
        stop.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await ConnectAsync();
            }
            catch (Exception ended) when (ended is OperationCanceledException or WebSocketException)
            {
                // The connection is over; what was heard stays.
            }

            await Task.Delay(BeforeComingAgain, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ConnectAsync()
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Authorization", authorization);
        await socket.ConnectAsync(address, stop.Token).WaitAsync(Patience);
        await SayAsync(socket, """{"protocol":"json","version":1}""");
        await SayAsync(socket, $$"""{"type":1,"invocationId":"1","target":"Subscribe","arguments":[{{wanted}}]}""");
        await ReceiveAsync(socket);
    }

    private Task SayAsync(ClientWebSocket socket, string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message + EndOfMessage), WebSocketMessageType.Text, endOfMessage: true, stop.Token);

    private async Task ReceiveAsync(ClientWebSocket socket)
    {
        var buffer = new byte[1 << 16];
        while (await socket.ReceiveAsync(buffer.AsMemory(), stop.Token) is { MessageType: not WebSocketMessageType.Close } part)
        {
            lock (heard)
            {
                heard.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
            }
        }
    }
}
