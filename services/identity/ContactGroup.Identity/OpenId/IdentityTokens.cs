using System.Security.Cryptography;
using System.Text;
using ContactGroup.Identity.Domain;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ContactGroup.Identity.OpenId;

/// <summary>Who somebody is outside: an issuer and a subject that it never gives to two. Nothing else of a token is kept, not even a name.</summary>
internal sealed record OutsideIdentity(string Issuer, string Subject);

/// <summary>What a provider gave for a code.</summary>
internal sealed record TokenAnswer(string IdentityToken, string? AccessToken);

/// <summary>Believes an identity token or refuses it. Every check is here; a token that fails one is as good as none.</summary>
internal sealed class IdentityTokens(TimeProvider clock)
{
    private const int MostCharacters = 16 * 1024;
    private const int MostSubject = 255;

    // Clocks differ; Entra ID dates its tokens five minutes back.
    private const double SkewSeconds = 120;
    private const double OldestSeconds = 600;

    private readonly JsonWebTokenHandler handler = new() { MaximumTokenSizeInBytes = MostCharacters };

    /// <summary>Reads the token that answered a code.</summary>
    /// <exception cref="OpenIdRefusedException">Something about it is not as it must be.</exception>
    public async Task<OutsideIdentity> ReadAsync(
        Provider provider, ProviderFacts facts, PendingSignIn pending, string code, TokenAnswer answer, CancellationToken cancellationToken)
    {
        var token = answer.IdentityToken;
        var parts = token.Length <= MostCharacters ? token.Split('.') : [];
        OpenIdRefusedException.Unless(parts.Length == 3, OpenIdRefusal.Unreadable);
        var key = await KeyAsync(provider, facts, TokenClaims.Read(parts[0]), cancellationToken);
        var claims = TokenClaims.Read(parts[1]);
        await CheckSignatureAsync(provider, token, key, claims);
        CheckTime(claims);
        OpenIdRefusedException.Unless(claims.Text("nonce") is { } nonce && Secrets.Same(nonce, pending.Nonce), OpenIdRefusal.WrongNonce);
        CheckHash(claims.Text("c_hash"), code);
        CheckHash(claims.Text("at_hash"), answer.AccessToken);
        OpenIdRefusedException.Unless(
            claims.Text("sub") is { Length: > 0 and <= MostSubject } subject && subject.All(char.IsAscii), OpenIdRefusal.WrongSubject);
        return new OutsideIdentity(provider.Issuer, claims.Text("sub")!);
    }

    private static async Task<JsonWebKey> KeyAsync(Provider provider, ProviderFacts facts, TokenClaims header, CancellationToken cancellationToken)
    {
        var algorithm = header.Text("alg") ?? "";
        OpenIdRefusedException.Unless(ProviderKeys.Algorithms.Contains(algorithm, StringComparer.Ordinal), OpenIdRefusal.WrongAlgorithm);

        // An access token or a notice of sign-out is signed with the same keys. What a header calls critical is nothing we know.
        OpenIdRefusedException.Unless(
            (header.Text("typ") ?? "JWT").Equals("JWT", StringComparison.OrdinalIgnoreCase) && !header.Has("crit"), OpenIdRefusal.WrongType);
        var id = header.Text("kid") ?? "";
        return facts.Keys.Find(id, algorithm)
            ?? (await provider.Documents.GetBeyondAsync(facts, cancellationToken)).Keys.Find(id, algorithm)
            ?? throw new OpenIdRefusedException(OpenIdRefusal.UnknownKey);
    }

    // The library checks signature, issuer and audience; time it would check by a clock of its own.
    private async Task CheckSignatureAsync(Provider provider, string token, JsonWebKey key, TokenClaims claims)
    {
        var result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = key,
            ValidAlgorithms = ProviderKeys.Algorithms,
            RequireSignedTokens = true,
            ValidIssuer = provider.Issuer,
            AudienceValidator = (audiences, _, _) => IsOurs(provider, [.. audiences], claims),
            ValidateLifetime = false,
            ValidateWithLKG = false,
        });
        OpenIdRefusedException.Unless(result.IsValid, result.Exception switch
        {
            SecurityTokenInvalidIssuerException => OpenIdRefusal.WrongIssuer,
            SecurityTokenInvalidAudienceException => OpenIdRefusal.WrongAudience,
            SecurityTokenInvalidSignatureException => OpenIdRefusal.WrongSignature,
            _ => OpenIdRefusal.Unreadable,
        });
    }

    // The library's own comparison forgives a slash, and a token for several audiences is for us only when it says that it was made for us.
    private static bool IsOurs(Provider provider, IReadOnlyList<string> audiences, TokenClaims claims) =>
        audiences.Contains(provider.ClientId, StringComparer.Ordinal)
        && (claims.Text("azp") is { } party ? string.Equals(party, provider.ClientId, StringComparison.Ordinal) : audiences.Count == 1);

    private void CheckTime(TokenClaims claims)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        OpenIdRefusedException.Unless(
            claims.Number("exp") > now - SkewSeconds
            && claims.Number("iat") <= now + SkewSeconds
            && claims.Number("iat") >= now - OldestSeconds
            && (claims.Number("nbf") ?? now) <= now + SkewSeconds,
            OpenIdRefusal.WrongTime);
    }

    // Every algorithm that is taken hashes with SHA-256, of which the left half counts.
    private static void CheckHash(string? hash, string? of) => OpenIdRefusedException.Unless(
        hash is null || (of is not null && Secrets.Same(hash, Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(of))[..16]))),
        OpenIdRefusal.WrongHash);
}
