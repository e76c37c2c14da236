using ContactGroup.Hosting.Options;

namespace ContactGroup.Identity.OpenId;

/// <summary>Adds sign-in by OpenID Connect. Without a provider in the settings it asks nobody and lets nobody in.</summary>
internal static class OpenIdSetup
{
    public static IServiceCollection AddOpenId(this IServiceCollection services)
    {
        services.AddCheckedOptions<OpenIdOptions>(OpenIdOptions.Section);
        services.AddSingleton<ProviderHttp>();
        services.AddSingleton<Providers>();
        services.AddSingleton<PendingCookie>();
        services.AddSingleton<CodeExchange>();
        services.AddSingleton<IdentityTokens>();
        services.AddScoped<OutsideSignIn>();
        return services;
    }
}
