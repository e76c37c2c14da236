using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace ContactGroup.Separation.Hosts;

/// <summary>
/// A live connection at the level of its messages: what the server sends, in its order, byte for byte. Only keep-alives are left out: they come by real
/// time.
/// </summary>
internal sealed class LiveSocket : IAsyncDisposable
{
    private const char End = '\u001e';
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ClientWebSocket socket = new();
    private readonly Lock gate = new();
    private readonly List<string> messages = [];
    private readonly Dictionary<string, long> seen = new(StringComparer.Ordinal);
    private TaskCompletionSource moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task reading = Task.CompletedTask;
    private int taken;
    private int beacons;
    private int answers;
    private bool closed;

    private LiveSocket()
    {
    }

    /// <summary>Whether the server closed it.</summary>
    public bool IsClosed
    {
        get
        {
            lock (gate)
            {
                return closed;
            }
        }
    }

    public static async Task<LiveSocket> OpenAsync(int port, string token)
    {
        var live = new LiveSocket();
        live.socket.Options.SetRequestHeader("Authorization", "Bearer " + token);
        live.socket.Options.KeepAliveInterval = TimeSpan.Zero;
        using var patience = new CancellationTokenSource(Patience);
        await live.socket.ConnectAsync(new Uri($"ws://127.0.0.1:{port}/hubs/live"), patience.Token);
        await live.SendAsync("""{"protocol":"json","version":1}""");
        live.reading = Task.Run(live.ReadAsync);
        await live.UntilAsync(() => live.messages.Count > 0 || live.closed, Patience);
        return live;
    }

    /// <summary>Follows streams from cursors, which stand at a sequence; completes with the answer.</summary>
    public async Task SubscribeAsync(IEnumerable<(string Stream, string Cursor, long At)> streams)
    {
        var positions = new JsonArray();
        int expected;
        lock (gate)
        {
            expected = answers + 1;
            foreach (var (stream, cursor, at) in streams)
            {
                seen[stream] = at;
                positions.Add(new JsonObject { ["stream"] = stream, ["cursor"] = cursor });
            }
        }

        await SendAsync(new JsonObject { ["type"] = 1, ["invocationId"] = "1", ["target"] = "Subscribe", ["arguments"] = new JsonArray(positions) }.ToJsonString());
        await UntilAsync(() => answers >= expected || closed, Patience);
    }

    /// <summary>Waits for entries up to a sequence; false when they do not come.</summary>
    public Task<bool> SeenAsync(string stream, long seq, TimeSpan patience) => UntilAsync(() => closed || seen.GetValueOrDefault(stream) >= seq, patience);

    /// <summary>Waits for so many beacons since the connection opened; false when they do not come.</summary>
    public Task<bool> BeaconsAsync(int count, TimeSpan patience) => UntilAsync(() => closed || beacons >= count, patience);

    /// <summary>Waits until the server has closed it.</summary>
    public Task<bool> ClosedAsync() => UntilAsync(() => closed, Patience);

    /// <summary>How many beacons have come.</summary>
    public int Beacons
    {
        get
        {
            lock (gate)
            {
                return beacons;
            }
        }
    }

    /// <summary>What has come since the last time.</summary>
    public IReadOnlyList<string> Take()
    {
        lock (gate)
        {
            var rest = messages.GetRange(taken, messages.Count - taken);
            taken = messages.Count;
            return rest;
        }
    }

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await reading;
        socket.Dispose();
    }

    private async Task SendAsync(string message)
    {
        using var patience = new CancellationTokenSource(Patience);
        await socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, patience.Token);
    }

    private async Task<bool> UntilAsync(Func<bool> condition, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (condition())
                {
                    return true;
                }

                next = moved.Task;
            }

            try
            {
                await next.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        var text = new MemoryStream();
        try
        {
            while (await socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } part)
            {
                text.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                {
                    Take(Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length));
                    text.SetLength(0);
                }
            }
        }
        catch (Exception ended) when (ended is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // However it ended, it ended.
        }

        lock (gate)
        {
            closed = true;
            messages.Add("(closed)");
            Signal();
        }
    }

    private void Take(string text)
    {
        lock (gate)
        {
            foreach (var message in text.Split(End, StringSplitOptions.RemoveEmptyEntries))
            {
                Note(message);
            }

            Signal();
        }
    }

    private void Note(string message)
    {
        var json = JsonNode.Parse(message)!;
        if (json["type"]?.GetValue<int>() == 6)
        {
            return;
        }

        messages.Add(message);
        answers += json["type"]?.GetValue<int>() == 3 ? 1 : 0;
        beacons += json["target"]?.GetValue<string>() == "beacon" ? 1 : 0;
        if (json["target"]?.GetValue<string>() == "entries")
        {
            foreach (var entry in json["arguments"]![0]!.AsArray())
            {
                seen[entry!["stream"]!.GetValue<string>()] = entry["seq"]!.GetValue<long>();
            }
        }
    }

    private void Signal()
    {
        moved.TrySetResult();
        moved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
