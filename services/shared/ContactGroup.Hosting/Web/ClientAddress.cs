using System.Net;
using System.Net.Sockets;

namespace ContactGroup.Hosting.Web;

/// <summary>Network addresses as limits count them.</summary>
public static class ClientAddress
{
    /// <summary>What counts as one: an IPv4 address, or the first 64 bits of an IPv6 address, since whoever has one of those has 2^64.</summary>
    public static string BlockOf(IPAddress? address) => address switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
