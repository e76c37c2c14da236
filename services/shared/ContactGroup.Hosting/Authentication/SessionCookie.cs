using Microsoft.AspNetCore.Authentication.Cookies;

namespace ContactGroup.Hosting.Authentication;

/// <summary>
/// The browser's cookie under the name that its connection allows. Over TLS the name has a prefix with which a browser takes it over TLS and from this very host
/// alone: a neighbour below the same domain, or whoever answers in clear, could else plant a session of its own.
/// </summary>
internal sealed class SessionCookie : ICookieManager
{
    private const string OfThisHost = "__Host-";

    private readonly ChunkingCookieManager cookies = new();

    /// <summary>Its name in a request and in the answer.</summary>
    public static string NameIn(HttpRequest request) => (request.IsHttps ? OfThisHost : string.Empty) + SessionSchemes.CookieName;

    public string? GetRequestCookie(HttpContext context, string key) => cookies.GetRequestCookie(context, NameIn(context.Request));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        cookies.AppendResponseCookie(context, NameIn(context.Request), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => cookies.DeleteCookie(context, NameIn(context.Request), options);
}
