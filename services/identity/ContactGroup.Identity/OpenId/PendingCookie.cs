using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace ContactGroup.Identity.OpenId;

/// <summary>
/// The cookie that holds the sign-in under way: sealed, out of reach of scripts, and sent along when a provider sends the person back, which a stricter one
/// would not be. One for each browser: who begins a second sign-in has given up the first.
/// </summary>
internal sealed class PendingCookie(IDataProtectionProvider keys, IOptions<OpenIdOptions> options)
{
    private readonly bool isSecure = options.Value.PublicAddress?.StartsWith("https", StringComparison.OrdinalIgnoreCase) is true;

    private readonly IDataProtector seal = keys.CreateProtector("ContactGroup.Identity.OpenId.v1");

    // With this prefix a browser takes it from this very host alone: a neighbour below the same domain could else plant a sign-in of its own.
    private string Name => isSecure ? "__Host-cg_signing_in" : "cg_signing_in";

    public void Write(HttpContext context, PendingSignIn pending) =>
        context.Response.Cookies.Append(Name, seal.Protect(JsonSerializer.Serialize(pending)), Form(PendingSignIn.Longest));

    /// <summary>Takes the sign-in out of the browser, whatever becomes of it; null when there is none that can be read.</summary>
    public PendingSignIn? Take(HttpContext context)
    {
        context.Response.Cookies.Delete(Name, Form(maxAge: null));
        try
        {
            return context.Request.Cookies[Name] is { Length: > 0 } kept ? JsonSerializer.Deserialize<PendingSignIn>(seal.Unprotect(kept)) : null;
        }
        catch (Exception failure) when (failure is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private CookieOptions Form(TimeSpan? maxAge) => new()
    {
        Path = isSecure ? "/" : "/api/identity/providers",
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = isSecure,
        MaxAge = maxAge,
        IsEssential = true,
    };
}
