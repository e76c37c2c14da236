using System.Buffers;
using System.IO.Pipelines;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace ContactGroup.Client.Live;

/// <summary>A web socket as the pair of pipes that the SignalR client reads and writes.</summary>
internal sealed class WebSocketConnection : ConnectionContext, IDuplexPipe
{
    // One message of the server holds a few pages of entries at most; more than this is not our server.
    private const int MessageLimit = 16 * 1024 * 1024;

    private readonly ClientWebSocket socket;
    private readonly Pipe incoming = new();
    private readonly Pipe outgoing = new();
    private readonly CancellationTokenSource stop = new();
    private readonly Task running;

    public WebSocketConnection(ClientWebSocket socket)
    {
        this.socket = socket;
        ConnectionId = IdempotencyKey.New().ToString();
        running = Task.WhenAll(ReceiveAsync(), SendAsync());
    }

    public override string ConnectionId { get; set; }

    public override IFeatureCollection Features { get; } = new FeatureCollection();

    public override IDictionary<object, object?> Items { get; set; } = new Dictionary<object, object?>();

    public override IDuplexPipe Transport { get => this; set => throw new NotSupportedException(); }

    public PipeReader Input => incoming.Reader;

    public PipeWriter Output => outgoing.Writer;

    public override void Abort(ConnectionAbortedException abortReason) => stop.Cancel();

    public override async ValueTask DisposeAsync()
    {
        await outgoing.Writer.CompleteAsync().ConfigureAwait(false);
        await incoming.Reader.CompleteAsync().ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        await running.ConfigureAwait(false);
        socket.Dispose();
        stop.Dispose();
        await base.DisposeAsync().ConfigureAwait(false);
    }

    private async Task ReceiveAsync()
    {
        Exception? failure = null;
        try
        {
            var message = 0;
            while (true)
            {
                var got = await socket.ReceiveAsync(incoming.Writer.GetMemory(4096), stop.Token).ConfigureAwait(false);
                if (got.MessageType is WebSocketMessageType.Close)
                {
                    break;
                }

                message = got.EndOfMessage ? 0 : message + got.Count;
                if (message > MessageLimit)
                {
                    throw new InvalidDataException("A live message is longer than any that a ContactGroup server sends.");
                }

                incoming.Writer.Advance(got.Count);
                if ((await incoming.Writer.FlushAsync(stop.Token).ConfigureAwait(false)).IsCompleted)
                {
                    break;
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Disposed or aborted: nothing more is read.
        }
        catch (Exception e) when (e is WebSocketException or InvalidDataException)
        {
            failure = e;
        }

        await incoming.Writer.CompleteAsync(failure).ConfigureAwait(false);
    }

    private async Task SendAsync()
    {
        try
        {
            while (true)
            {
                var read = await outgoing.Reader.ReadAsync(stop.Token).ConfigureAwait(false);
                if (!read.Buffer.IsEmpty)
                {
                    await SendAsync(read.Buffer).ConfigureAwait(false);
                }

                outgoing.Reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                {
                    break;
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // The receiving half reports how the connection ended.
        }

        await outgoing.Reader.CompleteAsync().ConfigureAwait(false);
        await CloseAsync().ConfigureAwait(false);
    }

    private async ValueTask SendAsync(ReadOnlySequence<byte> buffer)
    {
        foreach (var part in buffer)
        {
            await socket.SendAsync(part, WebSocketMessageType.Text, endOfMessage: false, stop.Token).ConfigureAwait(false);
        }

        await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, endOfMessage: true, stop.Token).ConfigureAwait(false);
    }

    private async Task CloseAsync()
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            return;
        }

        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, patience.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // A polite close is a courtesy; the socket is disposed anyway.
        }
    }
}
