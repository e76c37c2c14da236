using System.Text.Json;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ContactGroup.Identity.OpenId;

/// <summary>What a provider says of itself, once it is believed.</summary>
/// <param name="Authorization">Where people are sent.</param>
/// <param name="Token">Where codes are exchanged.</param>
/// <param name="Keys">Where its keys are.</param>
/// <param name="NamesItself">Whether its answers carry its issuer.</param>
/// <param name="TakesBasic">Whether a client shows its secret in the header; in the form otherwise.</param>
internal sealed record Discovery(Uri Authorization, Uri Token, Uri Keys, bool NamesItself, bool TakesBasic)
{
    /// <summary>Address of the document of an issuer.</summary>
    public static Uri AddressOf(string issuer) => new(issuer.TrimEnd('/') + "/.well-known/openid-configuration");

    /// <summary>Reads the document.</summary>
    /// <exception cref="OpenIdRefusedException">It is not of this issuer, or leads where no sign-in may go.</exception>
    public static Discovery Read(string issuer, string text)
    {
        var document = Parse(text);
        OpenIdRefusedException.Unless(string.Equals(document.Issuer, issuer, StringComparison.Ordinal), OpenIdRefusal.Discovery);
        Demand(document.ResponseTypesSupported, "code");

        // Absent says nothing (Entra ID leaves it out and takes S256); a list without it says no.
        Demand(document.CodeChallengeMethodsSupported, "S256");
        var ways = document.TokenEndpointAuthMethodsSupported;
        return new Discovery(
            Address(issuer, document.AuthorizationEndpoint),
            Address(issuer, document.TokenEndpoint),
            Address(issuer, document.JwksUri),
            document.AuthorizationResponseIssParameterSupported,
            ways.Count == 0 || ways.Contains("client_secret_basic"));
    }

    private static OpenIdConnectConfiguration Parse(string text)
    {
        try
        {
            return OpenIdConnectConfiguration.Create(text);
        }
        catch (Exception failure) when (failure is ArgumentException or JsonException or FormatException)
        {
            throw new OpenIdRefusedException(OpenIdRefusal.Discovery);
        }
    }

    private static void Demand(ICollection<string> offered, string wanted) =>
        OpenIdRefusedException.Unless(offered.Count == 0 || offered.Contains(wanted), OpenIdRefusal.Discovery);

    private static Uri Address(string issuer, string? text) =>
        WebAddress.IsSecureFor(issuer, text, out var address) ? address : throw new OpenIdRefusedException(OpenIdRefusal.Discovery);
}
