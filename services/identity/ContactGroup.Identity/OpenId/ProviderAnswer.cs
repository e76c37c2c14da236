using ContactGroup.Identity.Domain;
using Microsoft.Extensions.Primitives;

namespace ContactGroup.Identity.OpenId;

/// <summary>What a provider sent a person back with.</summary>
internal static class ProviderAnswer
{
    private const int MostCharacters = 4096;

    /// <summary>The code, when the answer belongs to the sign-in that is pending in this browser.</summary>
    /// <exception cref="OpenIdRefusedException">It does not.</exception>
    public static string CodeOf(IQueryCollection query, Provider provider, PendingSignIn pending, DateTimeOffset now)
    {
        OpenIdRefusedException.Unless(string.Equals(pending.Provider, provider.Name, StringComparison.Ordinal), OpenIdRefusal.OtherProvider);
        OpenIdRefusedException.Unless(now - pending.Since < PendingSignIn.Longest, OpenIdRefusal.TooLate);
        OpenIdRefusedException.Unless(Secrets.Same(Single(query, "state") ?? "", pending.State), OpenIdRefusal.WrongState);
        OpenIdRefusedException.Unless(!query.ContainsKey("error"), OpenIdRefusal.TurnedAway);
        return Single(query, "code") ?? throw new OpenIdRefusedException(OpenIdRefusal.WrongAnswer);
    }

    /// <summary>Refuses an answer that names another issuer, or none where the provider says that it names itself (RFC 9207).</summary>
    public static void CheckIssuer(IQueryCollection query, Provider provider, Discovery discovery) => OpenIdRefusedException.Unless(
        query.ContainsKey("iss") ? string.Equals(Single(query, "iss"), provider.Issuer, StringComparison.Ordinal) : !discovery.NamesItself,
        OpenIdRefusal.MixedUp);

    // Twice the same parameter is no answer: each reader would take another of the two.
    private static string? Single(IQueryCollection query, string name) =>
        query.TryGetValue(name, out StringValues values) && values is [{ Length: > 0 and <= MostCharacters } only] ? only : null;
}
