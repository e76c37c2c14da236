using System.IO.Pipelines;
using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace ContactGroup.Realtime.Tests.App;

/// <summary>An address where the SignalR client core asks for an end point.</summary>
internal sealed class UriEndPoint(Uri uri) : EndPoint
{
    public Uri Uri { get; } = uri;
}

/// <summary>Opens web sockets for the SignalR client core, without negotiation.</summary>
internal sealed class SocketFactory(string? token, string? origin) : IConnectionFactory
{
    public async ValueTask<ConnectionContext> ConnectAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var socket = new ClientWebSocket();
        if (token is not null)
        {
            socket.Options.SetRequestHeader("Authorization", "Bearer " + token);
        }

        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        await socket.ConnectAsync(((UriEndPoint)endpoint).Uri, cancellationToken);
        return new SocketContext(socket);
    }

    private sealed class SocketContext : ConnectionContext, IDuplexPipe
    {
        private readonly ClientWebSocket socket;
        private readonly Pipe incoming = new();
        private readonly Pipe outgoing = new();
        private readonly CancellationTokenSource stop = new();
        private readonly Task running;

        public SocketContext(ClientWebSocket socket)
        {
            this.socket = socket;
            running = Task.WhenAll(ReceiveAsync(), SendAsync());
        }

        public override string ConnectionId { get; set; } = "client";

        public override IFeatureCollection Features { get; } = new FeatureCollection();

        public override IDictionary<object, object?> Items { get; set; } = new Dictionary<object, object?>();

        public override IDuplexPipe Transport { get => this; set => throw new NotSupportedException(); }

        public PipeReader Input => incoming.Reader;

        public PipeWriter Output => outgoing.Writer;

        public override void Abort(ConnectionAbortedException abortReason) => stop.Cancel();

        public override async ValueTask DisposeAsync()
        {
            await outgoing.Writer.CompleteAsync();
            await incoming.Reader.CompleteAsync();
            await stop.CancelAsync();
            await running;
            socket.Dispose();
            stop.Dispose();
            await base.DisposeAsync();
        }

        private async Task ReceiveAsync()
        {
            try
            {
                while (await socket.ReceiveAsync(incoming.Writer.GetMemory(4096), stop.Token) is { MessageType: not WebSocketMessageType.Close } got)
                {
                    incoming.Writer.Advance(got.Count);
                    if ((await incoming.Writer.FlushAsync(stop.Token)).IsCompleted)
                    {
                        break;
                    }
                }
            }
            catch (Exception end) when (end is OperationCanceledException or WebSocketException)
            {
                // How a connection ends is what tests look at from outside.
            }

            await incoming.Writer.CompleteAsync();
        }

        private async Task SendAsync()
        {
            try
            {
                while (await outgoing.Reader.ReadAsync(stop.Token) is { IsCompleted: false } read)
                {
                    foreach (var part in read.Buffer)
                    {
                        await socket.SendAsync(part, WebSocketMessageType.Text, endOfMessage: true, stop.Token);
                    }

                    outgoing.Reader.AdvanceTo(read.Buffer.End);
                }
            }
            catch (Exception end) when (end is OperationCanceledException or WebSocketException)
            {
                // The receiving half says how the connection ended.
            }

            await outgoing.Reader.CompleteAsync();
        }
    }
}
