using ContactGroup.Identity.Domain;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;
using System.Security.Cryptography;
using System.Text;

namespace ContactGroup.Identity.OpenId;

/// <summary>A sign-in that is under way at a provider. Lives sealed in a cookie of the browser that began it, and nowhere else.</summary>
/// <param name="Provider">Name of the provider.</param>
/// <param name="State">What the answer must bring back: proves that this browser asked.</param>
/// <param name="Nonce">What the token must carry: proves that it was made for this sign-in.</param>
/// <param name="Verifier">What the code is exchanged with (PKCE): a stolen code alone is worth nothing.</param>
/// <param name="Since">When it began, UTC.</param>
/// <param name="Invited">Who is to get an account; null when somebody who has one signs in.</param>
internal sealed record PendingSignIn(string Provider, string State, string Nonce, string Verifier, DateTimeOffset Since, Invited? Invited)
{
    /// <summary>How long somebody may take at the provider.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static PendingSignIn Begin(Provider provider, DateTimeOffset now, Invited? invited = null) =>
        new(provider.Name, Secrets.NewRandom(), Secrets.NewRandom(), Secrets.NewRandom(), now, invited);

    /// <summary>Where the person is sent. Asks for nothing but who they are: no name, no address, no groups.</summary>
    public string AddressAt(Provider provider, Discovery discovery)
    {
        var asked = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["client_id"] = provider.ClientId,
            ["redirect_uri"] = provider.Callback.AbsoluteUri,
            ["response_type"] = "code",
            ["response_mode"] = "query",
            ["scope"] = "openid",
            ["state"] = State,
            ["nonce"] = Nonce,
            ["code_challenge"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
            ["code_challenge_method"] = "S256",
        };
        if (provider.AsksAgain)
        {
            asked["prompt"] = "login";
        }

        return QueryHelpers.AddQueryString(discovery.Authorization.AbsoluteUri, asked);
    }
}

/// <summary>An invited person, as they wrote their account before they went to the provider.</summary>
internal sealed record Invited(string Code, string Account, string DisplayName);
