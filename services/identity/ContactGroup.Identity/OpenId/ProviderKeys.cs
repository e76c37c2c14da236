using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace ContactGroup.Identity.OpenId;

/// <summary>The keys with which a provider signs, by their ids. Keys come from its key set alone: what a token says of keys is not read.</summary>
internal sealed class ProviderKeys
{
    /// <summary>What a token may be signed with. Nothing symmetric: whoever can check such a token can make one.</summary>
    public static readonly IReadOnlyList<string> Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256];

    private const int MostKeys = 64;
    private const int LeastRsaBits = 2048;
    private const int MostRsaBits = 8192;

    private readonly Dictionary<string, JsonWebKey> keys;

    private ProviderKeys(Dictionary<string, JsonWebKey> keys) => this.keys = keys;

    public int Count => keys.Count;

    /// <summary>Reads a key set; what is not for signing, or of a kind that is not taken, is left out.</summary>
    /// <exception cref="OpenIdRefusedException">It holds no usable key, two of one id, or a private one.</exception>
    public static ProviderKeys Read(string text)
    {
        var all = Parse(text).Keys;
        OpenIdRefusedException.Unless(all.Count <= MostKeys, OpenIdRefusal.Keys);

        // A provider that shows its private keys lets everybody sign.
        OpenIdRefusedException.Unless(all.All(key => string.IsNullOrEmpty(key.D)), OpenIdRefusal.Keys);
        var usable = all.Where(IsUsable).ToList();
        var byId = usable.GroupBy(key => key.Kid, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        OpenIdRefusedException.Unless(usable.Count > 0 && byId.Count == usable.Count, OpenIdRefusal.Keys);
        return new ProviderKeys(byId);
    }

    /// <summary>The key of an id for an algorithm; null when there is none.</summary>
    public JsonWebKey? Find(string id, string algorithm) =>
        keys.TryGetValue(id, out var key) && Fits(key, algorithm) ? key : null;

    private static JsonWebKeySet Parse(string text)
    {
        try
        {
            return new JsonWebKeySet(text);
        }
        catch (Exception failure) when (failure is ArgumentException or JsonException or FormatException)
        {
            throw new OpenIdRefusedException(OpenIdRefusal.Keys);
        }
    }

    private static bool IsUsable(JsonWebKey key) =>
        key.Kid is { Length: > 0 and <= 256 }
        && key.Use is null or "" or "sig"
        && (key.KeyOps.Count == 0 || key.KeyOps.Contains("verify"))
        && Algorithms.Any(algorithm => Fits(key, algorithm));

    private static bool Fits(JsonWebKey key, string algorithm) =>
        (string.IsNullOrEmpty(key.Alg) || string.Equals(key.Alg, algorithm, StringComparison.Ordinal))
        && (algorithm == SecurityAlgorithms.EcdsaSha256 ? IsCurve(key) : IsRsa(key));

    private static bool IsCurve(JsonWebKey key) => key.Kty == JsonWebAlgorithmsKeyTypes.EllipticCurve && key.Crv == JsonWebKeyECTypes.P256;

    // The size is that of the modulus as written: a key that says nothing of itself has none.
    private static bool IsRsa(JsonWebKey key) => key.Kty == JsonWebAlgorithmsKeyTypes.RSA && key.N is { Length: <= MostRsaBits } && key.KeySize is >= LeastRsaBits and <= MostRsaBits;
}
