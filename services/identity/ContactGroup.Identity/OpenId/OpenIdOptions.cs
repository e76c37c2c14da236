using System.ComponentModel.DataAnnotations;

namespace ContactGroup.Identity.OpenId;

/// <summary>Sign-in by OpenID Connect. Off when no provider is given. Section <c>Identity:OpenId</c>.</summary>
internal sealed class OpenIdOptions : IValidatableObject
{
    public const string Section = "Identity:OpenId";

    /// <summary>Address at which browsers find this deployment. Providers send people back to it, and it must be registered there.</summary>
    /// <value>An https address without a path, such as <c>https://contact.example.org</c>. Default: none; needed with a provider.</value>
    public string? PublicAddress { get; set; }

    /// <summary>Providers through which people sign in, each issuer once.</summary>
    /// <value>A list of sections, at most 16. Default: none.</value>
    public IList<ProviderSettings> Providers { get; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Providers.Count == 0)
        {
            return [];
        }

        return
        [
            .. Fault(Providers.Count <= 16, "give at most 16 providers.", nameof(Providers)),
            .. Fault(WebAddress.IsSecure(PublicAddress, out var address) && address.PathAndQuery == "/", "give an https address without a path.", nameof(PublicAddress)),
            .. Fault(Once(provider => provider.Name), "give each provider a name of its own.", nameof(Providers)),
            .. Fault(Once(provider => provider.Issuer), "give each issuer once.", nameof(Providers)),
            .. Providers.SelectMany((provider, place) => provider.Faults($"{nameof(Providers)}:{place}")),
        ];
    }

    private static IEnumerable<ValidationResult> Fault(bool holds, string remedy, string member) => holds ? [] : [new ValidationResult(remedy, [member])];

    private bool Once(Func<ProviderSettings, string> what) => Providers.Select(what).Distinct(StringComparer.OrdinalIgnoreCase).Count() == Providers.Count;
}
