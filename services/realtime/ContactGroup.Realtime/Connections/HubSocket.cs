using System.Net.Sockets;
using ContactGroup.Realtime.Endpoint;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.SignalR;

namespace ContactGroup.Realtime.Connections;

/// <summary>
/// A SignalR connection of this process. INVARIANT: what this machine holds for it beyond what is on its way is bounded, and thrown away when it is aborted. Left to
/// itself the machine takes megabytes: a client that reads a byte a second would not be seen to be slow, and what was recalled meanwhile would come out of it all the
/// same. What a proxy in front holds is the proxy's: see docs/operate/run-distributed.md.
/// </summary>
internal sealed class HubSocket : ILiveSocket
{
    // TCP_NOTSENT_LOWAT, which has no name here: what is on its way is not counted, so a long line carries as much as without it.
    private const int TcpLevel = 6;
    private const int NotSentLowWaterMark = 25;

    private readonly HubConnectionContext connection;
    private readonly HttpContext? request;

    /// <param name="connection">The connection.</param>
    /// <param name="unsentBytes">How much the machine may hold for it that is not on its way yet; on Linux.</param>
    public HubSocket(HubConnectionContext connection, int unsentBytes)
    {
        this.connection = connection;
        if (connection.Features.Get<IConnectionTransportFeature>() is { } pipes)
        {
            pipes.Transport = new WholeMessages(pipes.Transport);
        }

        // From HTTP/2 on others share the socket, and what stands for the request is used again for theirs.
        var http = connection.GetHttpContext();
        request = http is not null && HttpProtocol.IsHttp11(http.Request.Protocol) ? http : null;
        TakesLong = http is not null && MessageLength.IsLong(http.Request);
        if (OperatingSystem.IsLinux() && request?.Features.Get<IConnectionSocketFeature>() is { } feature)
        {
            Bound(feature.Socket, unsentBytes);
        }
    }

    public string Id => connection.ConnectionId;

    public bool TakesLong { get; }

    public ValueTask WriteAsync(SerializedHubMessage message) => connection.WriteAsync(message, CancellationToken.None);

    public void Close() => connection.Abort();

    public void Abort()
    {
        try
        {
            request?.Abort(); // Below SignalR, which would go on sending what it has: a reset.
        }
        catch (Exception over) when (over is ObjectDisposedException or InvalidOperationException or IOException or SocketException)
        {
            // It is over. INVARIANT: nothing is thrown from here: a fan-out serves the next connection.
        }
        finally
        {
            connection.Abort();
        }
    }

    private static void Bound(Socket socket, int bytes)
    {
        try
        {
            socket.SetRawSocketOption(TcpLevel, NotSentLowWaterMark, BitConverter.GetBytes(bytes));
        }
        catch (Exception refused) when (refused is SocketException or ObjectDisposedException)
        {
            // No TCP, or closed already.
        }
    }
}
