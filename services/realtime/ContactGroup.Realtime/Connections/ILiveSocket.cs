using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.SignalR;

namespace ContactGroup.Realtime.Connections;

/// <summary>The part of a SignalR connection that frames go through.</summary>
internal interface ILiveSocket
{
    /// <summary>Id of the connection, for logs.</summary>
    string Id { get; }

    /// <summary>Writes; completes when the transport took the bytes. Never throws: a broken connection swallows them.</summary>
    ValueTask WriteAsync(SerializedHubMessage message);

    /// <summary>Closes the connection after what it took.</summary>
    void Close();

    /// <summary>Closes the connection, lets a write that waits go, and throws away what was not sent yet.</summary>
    void Abort();
}

/// <summary>A SignalR connection of this process.</summary>
internal sealed class HubSocket(HubConnectionContext connection) : ILiveSocket
{
    public string Id => connection.ConnectionId;

    public ValueTask WriteAsync(SerializedHubMessage message) => connection.WriteAsync(message, CancellationToken.None);

    public void Close() => connection.Abort();

    public void Abort()
    {
        try
        {
            // Without lingering a close is a reset: what the machine still holds for it is thrown away, and not sent when it reads again. In HTTP/2 and later
            // others share the socket, and it is not theirs to be reset.
            if (connection.GetHttpContext() is { } http && HttpProtocol.IsHttp11(http.Request.Protocol) && http.Features.Get<IConnectionSocketFeature>() is { } feature)
            {
                feature.Socket.LingerState = new LingerOption(enable: true, seconds: 0);
            }
        }
        catch (Exception closed) when (closed is ObjectDisposedException or SocketException)
        {
            // It is closed already.
        }

        connection.Abort();
    }
}
