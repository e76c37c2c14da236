using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ContactGroup.Identity.Domain;

/// <summary>Codes and tokens we hand out once and keep only as hashes. All carry at least 128 random bits, so a plain SHA-256 hides them.</summary>
internal static class Secrets
{
    public static string NewRefreshToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>A state, nonce or verifier of a sign-in at a provider.</summary>
    public static string NewRandom() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string NewCode() => Contracts.Ids.New();

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public static bool Same(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));
}
