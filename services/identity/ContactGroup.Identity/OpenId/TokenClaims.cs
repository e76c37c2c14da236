using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace ContactGroup.Identity.OpenId;

/// <summary>
/// One part of a token, read strictly: no member twice, and each of the kind that the standard gives it. Two readers that take different ones of two equal
/// members would check one value and use the other.
/// </summary>
internal sealed class TokenClaims
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    private readonly JsonElement members;

    private TokenClaims(JsonElement members) => this.members = members;

    /// <summary>Reads a part.</summary>
    /// <exception cref="OpenIdRefusedException">It is not one JSON object.</exception>
    public static TokenClaims Read(string encoded)
    {
        try
        {
            using var document = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(encoded), Strict);
            OpenIdRefusedException.Unless(document.RootElement.ValueKind is JsonValueKind.Object, OpenIdRefusal.Unreadable);
            return new TokenClaims(document.RootElement.Clone());
        }
        catch (Exception failure) when (failure is JsonException or FormatException or ArgumentException)
        {
            throw new OpenIdRefusedException(OpenIdRefusal.Unreadable);
        }
    }

    public bool Has(string name) => members.TryGetProperty(name, out _);

    /// <summary>A text; null when absent. Anything else refuses the token.</summary>
    public string? Text(string name) =>
        !members.TryGetProperty(name, out var value) ? null
        : value.ValueKind is JsonValueKind.String ? value.GetString()
        : throw new OpenIdRefusedException(OpenIdRefusal.Unreadable);

    /// <summary>A number; null when absent. Anything else refuses the token.</summary>
    public double? Number(string name) =>
        !members.TryGetProperty(name, out var value) ? null
        : value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var number) ? number
        : throw new OpenIdRefusedException(OpenIdRefusal.Unreadable);
}
