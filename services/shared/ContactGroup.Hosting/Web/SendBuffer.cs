using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace ContactGroup.Hosting.Web;

/// <summary>
/// Bounds what the operating system holds for a connection that does not read. Left to itself it grows to megabytes: whoever reads a byte a second is never seen
/// to be slow, and what was recalled meanwhile still comes out of it.
/// </summary>
internal static class SendBuffer
{
    public static void Bound(SocketTransportOptions sockets, IOptions<EdgeOptions> edge) => sockets.CreateBoundListenSocket = endpoint =>
    {
        // Every connection has what the socket has that it came to.
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
        socket.SendBufferSize = edge.Value.SendBufferKilobytes * 1024;
        return socket;
    };
}
