using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace ContactGroup.Separation.Leaks;

/// <summary>The outermost layer of a host: hands everything on, and lets the planted leak change it.</summary>
internal sealed class LeakyEdge(LeakSwitch leaks) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(HandleAsync);
        next(app);
    };

    private async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        if (leaks.Active is not { } leak)
        {
            await next(context);
            return;
        }

        if (context.Request.Path.StartsWithSegments("/hubs", StringComparison.Ordinal))
        {
            if (context.Features.Get<IHttpWebSocketFeature>() is { } sockets)
            {
                context.Features.Set<IHttpWebSocketFeature>(new LeakyWebSockets(sockets, context, leak, leaks.Site));
            }

            await next(context);
            return;
        }

        if (!await leak.BeforeAsync(leaks.Site, context))
        {
            await AfterAsync(context, next, leak);
        }
    }

    private async Task AfterAsync(HttpContext context, RequestDelegate next, Leak leak)
    {
        var wire = context.Response.Body;
        using var body = new MemoryStream();
        context.Response.Body = body;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = wire;
        }

        var changed = leak.After(leaks.Site, context, body.ToArray());
        if (changed.Length > 0)
        {
            context.Response.ContentLength = changed.Length;
            if (!HttpMethods.IsHead(context.Request.Method))
            {
                await wire.WriteAsync(changed);
            }
        }
    }

    private sealed class LeakyWebSockets(IHttpWebSocketFeature inner, HttpContext context, Leak leak, LeakSite site) : IHttpWebSocketFeature
    {
        public bool IsWebSocketRequest => inner.IsWebSocketRequest;

        public async Task<WebSocket> AcceptAsync(WebSocketAcceptContext accept) =>
            new LeakyWebSocket(await inner.AcceptAsync(accept), leak, site, LeakyAnswer.PersonOf(context));
    }

    private sealed class LeakyWebSocket(WebSocket inner, Leak leak, LeakSite site, string person) : WebSocket
    {
        private const char End = '\u001e';
        private readonly MemoryStream pending = new();

        public override WebSocketCloseStatus? CloseStatus => inner.CloseStatus;

        public override string? CloseStatusDescription => inner.CloseStatusDescription;

        public override WebSocketState State => inner.State;

        public override string? SubProtocol => inner.SubProtocol;

        public override void Abort() => inner.Abort();

        public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
            inner.CloseAsync(closeStatus, statusDescription, cancellationToken);

        public override Task CloseOutputAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
            inner.CloseOutputAsync(closeStatus, statusDescription, cancellationToken);

        public override void Dispose()
        {
            pending.Dispose();
            inner.Dispose();
        }

        public override Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken) =>
            inner.ReceiveAsync(buffer, cancellationToken);

        public override ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken) =>
            inner.ReceiveAsync(buffer, cancellationToken);

        public override async Task SendAsync(ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken)
        {
            pending.Write(buffer);
            if (!endOfMessage)
            {
                return;
            }

            var messages = Encoding.UTF8.GetString(pending.GetBuffer(), 0, (int)pending.Length).Split(End, StringSplitOptions.RemoveEmptyEntries);
            pending.SetLength(0);
            var changed = string.Concat(messages.SelectMany(message => leak.Frame(site, person, message)).Select(message => message + End));
            if (changed.Length > 0)
            {
                await inner.SendAsync(Encoding.UTF8.GetBytes(changed), messageType, endOfMessage: true, cancellationToken);
            }
        }
    }
}
