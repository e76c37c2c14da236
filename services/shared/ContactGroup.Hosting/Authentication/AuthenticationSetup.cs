using ContactGroup.Contracts.Identity;
using ContactGroup.Hosting.Options;
using ContactGroup.Hosting.Ports;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ContactGroup.Hosting.Authentication;

/// <summary>Authentication as every host does it.</summary>
public static class AuthenticationSetup
{
    /// <summary>
    /// Adds the key ring, the session scheme over its two carriers, and authorization. A host without an
    /// <see cref="Contracts.Identity.ISessionRevocation"/> answers every ticket with 503.
    /// </summary>
    public static IServiceCollection AddSessionAuthentication(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<AccessTokens>();
        services.TryAddSingleton<RestoredAt>();
        services.TryAddSingleton<SessionEnds>();
        services.AddKeyRing();
        services.AddCheckedOptions<SessionLifetimes>(SessionLifetimes.Section);
        services.AddAuthentication(SessionSchemes.Session)
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionSchemes.Session, configureOptions: null)
            .AddBearerToken(SessionSchemes.Bearer, bearer => bearer.Events.OnMessageReceived = QueryToken.TakeAsync)
            .AddCookie(SessionSchemes.Cookie);
        services.AddOptions<BearerTokenOptions>(SessionSchemes.Bearer)
            .Configure<IOptions<SessionLifetimes>>((bearer, lifetimes) => bearer.BearerTokenExpiration = lifetimes.Value.AccessToken);
        services.AddOptions<CookieAuthenticationOptions>(SessionSchemes.Cookie).Configure<IOptions<SessionLifetimes>>(Configure);
        services.AddAuthorization();

        services.PostConfigure<LoggerFilterOptions>(KeepAddressesOut);
        return services;
    }

    /// <summary>Follows, in a process apart from identity, which sessions are over.</summary>
    public static IServiceCollection AddFollowedSessions(this IServiceCollection services)
    {
        services.AddRemotePort<IEndedSessions>(ports => ports.Identity);
        services.AddSingleton<FollowedSessions>();
        services.AddSingleton<ISessionRevocation>(provider => provider.GetRequiredService<FollowedSessions>());
        services.AddSingleton(provider => new SessionsKnown(provider.GetRequiredService<FollowedSessions>()));
        services.AddHostedService(provider => provider.GetRequiredService<FollowedSessions>());
        return services;
    }

    /// <summary>The framework logs whole addresses before any of our code runs: on hubs they carry tokens, in searches the words.</summary>
    /// <remarks>A rule of one provider beats a rule of all, whatever its category, so each provider that has rules of its own gets this one too.</remarks>
    private static void KeepAddressesOut(LoggerFilterOptions filters)
    {
        foreach (var provider in filters.Rules.Select(rule => rule.ProviderName).Append(null).Distinct(StringComparer.Ordinal).ToList())
        {
            filters.Rules.Add(new LoggerFilterRule(provider, "Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning, filter: null));
        }
    }

    private static void Configure(CookieAuthenticationOptions cookie, IOptions<SessionLifetimes> lifetimes)
    {
        cookie.Cookie.Name = SessionSchemes.CookieName;
        cookie.CookieManager = new SessionCookie();
        cookie.Cookie.Path = "/";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = lifetimes.Value.CookieIdle;
        cookie.SlidingExpiration = true;
    }
}
