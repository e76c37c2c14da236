using System.Net;
using System.Net.Sockets;

namespace ContactGroup.Infra.Tests.Images;

/// <summary>A port of this machine that nobody listens on.</summary>
internal static class FreePort
{
    public static int Take()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
