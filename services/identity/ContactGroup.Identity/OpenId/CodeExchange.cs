using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace ContactGroup.Identity.OpenId;

/// <summary>Exchanges a code for the token, straight with the provider.</summary>
internal sealed class CodeExchange(ProviderHttp http)
{
    /// <exception cref="OpenIdRefusedException">The provider refused the code, or gave no token for it.</exception>
    /// <exception cref="ProviderUnavailableException">The provider did not answer.</exception>
    public async Task<TokenAnswer> ExchangeAsync(
        Provider provider, Discovery discovery, PendingSignIn pending, string code, CancellationToken cancellationToken)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = provider.Callback.AbsoluteUri,
            ["client_id"] = provider.ClientId,
            ["code_verifier"] = pending.Verifier,
        };
        AuthenticationHeaderValue? client = null;
        if (provider.ClientSecret is { } secret)
        {
            if (discovery.TakesBasic)
            {
                client = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Escaped(provider.ClientId)}:{Escaped(secret)}")));
            }
            else
            {
                form["client_secret"] = secret;
            }
        }

        return await http.PostAsync(discovery.Token, form, client, cancellationToken) is { } text
            ? Read(text)
            : throw new OpenIdRefusedException(OpenIdRefusal.CodeRefused);
    }

    private static string Escaped(string text) => Uri.EscapeDataString(text);

    private static TokenAnswer Read(string text)
    {
        try
        {
            using var answer = JsonDocument.Parse(text);
            return Member(answer.RootElement, "id_token") is { } token
                ? new TokenAnswer(token, Member(answer.RootElement, "access_token"))
                : throw new OpenIdRefusedException(OpenIdRefusal.NoToken);
        }
        catch (JsonException)
        {
            throw new OpenIdRefusedException(OpenIdRefusal.NoToken);
        }
    }

    private static string? Member(JsonElement answer, string name) =>
        answer.ValueKind is JsonValueKind.Object && answer.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
