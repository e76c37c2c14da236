using System.Security.Cryptography;
using System.Text.Json;
using ContactGroup.Classification;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace ContactGroup.Release.Domain;

/// <summary>
/// What a preview showed its author, sealed: how much of each audience that the author may know of, bound to person, channel and policy. To everybody
/// else, and after any change, it is garbage, and garbage is answered like a wider audience.
/// </summary>
internal sealed class Fingerprints(IDataProtectionProvider keys)
{
    private const int LongestText = 8_192;

    private readonly IDataProtector protector = keys.CreateProtector("ContactGroup.Release.Audience.v1");

    public string Seal(string person, string channel, string policy, IEnumerable<AudienceOutcome> outcomes) =>
        WebEncoders.Base64UrlEncode(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(new Shown(
            person,
            channel,
            policy,
            outcomes.ToDictionary(
                outcome => outcome.Audience.ToString(), outcome => new[] { outcome.Disclosure.Bits, outcome.Immediate.Bits }, StringComparer.Ordinal)))));

    /// <summary>The outcomes that are wider than what the author was shown; all of them when the fingerprint cannot be used.</summary>
    /// <param name="fingerprint">As it came.</param>
    /// <param name="person">Who sends it; null where that was checked before.</param>
    /// <param name="channel">Where it is to be posted.</param>
    /// <param name="policy">The policy in force.</param>
    /// <param name="outcomes">What each audience would get now.</param>
    public IReadOnlyList<AudienceOutcome> Wider(
        string fingerprint, string? person, string channel, string policy, IReadOnlyList<AudienceOutcome> outcomes)
    {
        var shown = Open(fingerprint);
        var isUsable = shown is not null
            && (person is null || string.Equals(shown.Person, person, StringComparison.Ordinal))
            && string.Equals(shown.Channel, channel, StringComparison.Ordinal)
            && string.Equals(shown.Policy, policy, StringComparison.Ordinal);
        return isUsable ? [.. outcomes.Where(outcome => IsWider(outcome, shown!))] : outcomes;
    }

    /// <summary>Whether it can be used at all.</summary>
    public bool IsUsable(string fingerprint, string person, string channel, string policy) =>
        Open(fingerprint) is { } shown && shown.Person == person && shown.Channel == channel && shown.Policy == policy;

    private static bool IsWider(AudienceOutcome now, Shown shown)
    {
        var (given, atOnce) = shown.Audiences.TryGetValue(now.Audience.ToString(), out var bits) && bits.Length == 2
            ? (Disclosure.FromBits(bits[0]), Disclosure.FromBits(bits[1]))
            : (Disclosure.Withheld, Disclosure.Withheld);
        return !now.Disclosure.With(Gate.Review).IsAtMost(given.With(Gate.Review)) || !now.Immediate.With(Gate.Review).IsAtMost(atOnce.With(Gate.Review));
    }

    private Shown? Open(string fingerprint)
    {
        try
        {
            return fingerprint.Length is > 0 and <= LongestText
                ? JsonSerializer.Deserialize<Shown>(protector.Unprotect(WebEncoders.Base64UrlDecode(fingerprint)))
                : null;
        }
        catch (Exception garbage) when (garbage is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>What is sealed. Per audience: what it may get, and what of that at once.</summary>
    private sealed record Shown(string Person, string Channel, string Policy, IReadOnlyDictionary<string, ulong[]> Audiences);
}
