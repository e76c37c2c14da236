using System.Diagnostics.CodeAnalysis;

namespace ContactGroup.Identity.OpenId;

/// <summary>Which addresses may carry a sign-in: https, and http where it leaves this machine never.</summary>
internal static class WebAddress
{
    /// <summary>Whether it is an absolute https address without user or fragment; on the loopback http will do.</summary>
    public static bool IsSecure([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.UserInfo.Length == 0
        && address.Fragment.Length == 0;

    /// <summary>The same for an address that a provider names: on the loopback only when its issuer is there too.</summary>
    public static bool IsSecureFor(string issuer, [NotNullWhen(true)] string? text, [NotNullWhen(true)] out Uri? address) =>
        IsSecure(text, out address) && (!address.IsLoopback || new Uri(issuer).IsLoopback);
}
