namespace ContactGroup.Hosting.Authentication;

/// <summary>Names of the authentication schemes and of what they read.</summary>
public static class SessionSchemes
{
    /// <summary>The scheme every endpoint uses: picks the carrier, then asks whether the session still counts.</summary>
    public const string Session = "ContactGroup";

    /// <summary>Carrier for the SDK and the command line: an access token in the Authorization header.</summary>
    public const string Bearer = "ContactGroup.Bearer";

    /// <summary>Carrier for the browser: the cookie.</summary>
    public const string Cookie = "ContactGroup.Cookie";

    /// <summary>Name of the cookie; over TLS with the prefix <c>__Host-</c>.</summary>
    public const string CookieName = "cg_session";

    /// <summary>Header that a browser can only add to a request of its own origin: guards cookies against forged requests.</summary>
    public const string GuardHeader = "X-ContactGroup";

    /// <summary>Value of <see cref="GuardHeader"/>.</summary>
    public const string GuardValue = "1";

    /// <summary>Where hubs live: the only paths on which a token in the query counts, because browsers cannot add headers to a WebSocket.</summary>
    public const string HubPath = "/hubs";
}
