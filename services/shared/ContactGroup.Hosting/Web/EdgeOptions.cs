using System.ComponentModel.DataAnnotations;
using System.Net;

namespace ContactGroup.Hosting.Web;

/// <summary>Bounds of every request. Section <c>Edge</c>.</summary>
internal sealed class EdgeOptions : IValidatableObject
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Edge";

    /// <summary>Largest request body.</summary>
    /// <value>Bytes, 1,024 to 16,777,216. Default: 262,144.</value>
    [Range(1024, 16 * 1024 * 1024)]
    public int BodyLimitBytes { get; set; } = 256 * 1024;

    /// <summary>Longest time that the answer to a request may take to be made, once the request is here. Live connections are exempt.</summary>
    /// <value>Seconds, 1 to 600. Default: 30.</value>
    [Range(1, 600)]
    public int RequestTimeoutSeconds { get; set; } = 30;

    /// <summary>Requests that one person may send for long.</summary>
    /// <value>Requests per second, 1 to 100,000. Default: 200.</value>
    [Range(1, 100_000)]
    public int RequestsPerSecond { get; set; } = 200;

    /// <summary>Requests that one person may send at once before the rate counts.</summary>
    /// <value>1 to 1,000,000. Default: 600.</value>
    [Range(1, 1_000_000)]
    public int Burst { get; set; } = 600;

    /// <summary>Reverse proxies whose headers <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> say where a request comes from and whether over TLS. Without them all that come through one count as one address.</summary>
    /// <value>Addresses, or networks such as <c>10.0.0.0/8</c>. Default: none.</value>
    public IList<string> Proxies { get; } = [];

    internal IEnumerable<IPNetwork> ProxyNetworks => Proxies.Select(proxy => Read(proxy)!.Value);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Proxies.Any(proxy => Read(proxy) is null))
        {
            yield return new ValidationResult("Each must be an address such as 10.0.0.7, or a network such as 10.0.0.0/8 with nothing but zeros after its prefix.", [nameof(Proxies)]);
        }
    }

    private static IPNetwork? Read(string proxy) => IPNetwork.TryParse(proxy, out var network) ? network
        : IPAddress.TryParse(proxy, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}
