using System.Net;
using System.Net.WebSockets;
using ContactGroup.Client.Sessions;
using Microsoft.AspNetCore.Connections;

namespace ContactGroup.Client.Live;

/// <summary>Opens the web socket of the live hub directly, without SignalR's negotiation, and renews the access token once when it is refused.</summary>
internal sealed class WebSocketConnectionFactory(SessionKeeper sessions) : IConnectionFactory
{
    public async ValueTask<ConnectionContext> ConnectAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var address = ((UriEndPoint)endpoint).Uri;
        var token = await sessions.AccessTokenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await OpenAsync(address, token, cancellationToken).ConfigureAwait(false);
        }
        catch (WebSocketException refusal) when (refusal.Data[nameof(HttpStatusCode)] is HttpStatusCode.Unauthorized)
        {
            token = await sessions.RenewAsync(token, cancellationToken).ConfigureAwait(false);
            return await OpenAsync(address, token, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<WebSocketConnection> OpenAsync(Uri address, string token, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Authorization", "Bearer " + token);
        try
        {
            await socket.ConnectAsync(address, cancellationToken).ConfigureAwait(false);
            return new WebSocketConnection(socket);
        }
        catch (Exception failure)
        {
            failure.Data[nameof(HttpStatusCode)] = socket.HttpStatusCode;
            socket.Dispose();
            throw;
        }
    }
}
