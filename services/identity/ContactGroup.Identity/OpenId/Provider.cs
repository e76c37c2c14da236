using Microsoft.Extensions.Options;

namespace ContactGroup.Identity.OpenId;

/// <summary>A provider through which people sign in.</summary>
internal sealed class Provider(ProviderSettings settings, Uri publicAddress, ProviderDocuments documents)
{
    public string Name => settings.Name;

    public string DisplayName => settings.DisplayName ?? settings.Name;

    public string Issuer => settings.Issuer;

    public string ClientId => settings.ClientId;

    public string? ClientSecret => settings.ClientSecret;

    /// <summary>Whether people prove there each time who they are.</summary>
    public bool AsksAgain => settings.AsksAgain;

    /// <summary>Where it sends people back to: one address for each provider, from the settings and never from a request.</summary>
    public Uri Callback { get; } = new(publicAddress, $"/api/identity/providers/{settings.Name}/callback");

    public ProviderDocuments Documents => documents;
}

/// <summary>The providers of the settings.</summary>
internal sealed class Providers
{
    public Providers(IOptions<OpenIdOptions> options, ProviderHttp http, TimeProvider clock, ILogger<Provider> logger)
    {
        All = [.. options.Value.Providers.Select(settings =>
            new Provider(settings, new Uri(options.Value.PublicAddress!), new ProviderDocuments(settings, http, clock, logger)))];
    }

    public IReadOnlyList<Provider> All { get; }

    /// <summary>The provider of a name; null when there is none.</summary>
    public Provider? Find(string name) => All.FirstOrDefault(provider => string.Equals(provider.Name, name, StringComparison.Ordinal));

    /// <summary>The name for an issuer; null when no provider has it any more.</summary>
    public string? NameOf(string issuer) => All.FirstOrDefault(provider => string.Equals(provider.Issuer, issuer, StringComparison.Ordinal))?.Name;
}
