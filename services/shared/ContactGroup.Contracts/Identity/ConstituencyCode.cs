using ContactGroup.Classification;

namespace ContactGroup.Contracts.Identity;

/// <summary>Constituencies, sides and audiences as the text that crosses a wire.</summary>
public static class ConstituencyCode
{
    private static readonly Dictionary<Constituency, (string Code, string Side)> Known = new()
    {
        [Constituency.UnHumanitarian] = ("un-humanitarian", "humanitarian"),
        [Constituency.Ingo] = ("ingo", "humanitarian"),
        [Constituency.Nngo] = ("nngo", "humanitarian"),
        [Constituency.Rcrc] = ("rcrc", "humanitarian"),
        [Constituency.Development] = ("development", "humanitarian"),
        [Constituency.Donor] = ("donor", "political"),
        [Constituency.HostAuthority] = ("host-authority", "political"),
        [Constituency.Political] = ("political", "political"),
        [Constituency.Police] = ("police", "security"),
        [Constituency.Military] = ("military", "security"),
        [Constituency.Coordination] = ("coordination", "humanitarian"),
        [Constituency.Observer] = ("observer", "political"),
    };

    private static readonly Dictionary<string, Constituency> ByCode = Known.ToDictionary(known => known.Value.Code, known => known.Key, StringComparer.Ordinal);

    /// <summary>Every code, in the order of the constituencies.</summary>
    public static IReadOnlyCollection<string> All { get; } = [.. Known.Values.Select(known => known.Code)];

    /// <summary>The code; null for <see cref="Constituency.Unknown"/> and anything undefined.</summary>
    public static string? Of(Constituency constituency) => Known.TryGetValue(constituency, out var known) ? known.Code : null;

    /// <summary>The side the constituency stands on; null for <see cref="Constituency.Unknown"/> and anything undefined.</summary>
    public static string? SideOf(Constituency constituency) => Known.TryGetValue(constituency, out var known) ? known.Side : null;

    /// <summary>
    /// The audience, such as <c>ingo</c> or <c>military:northern-force</c>; null when there is none: an unknown constituency, a military
    /// organisation without a force, or a force without a military organisation.
    /// </summary>
    public static string? AudienceOf(Constituency constituency, string? force) => (Of(constituency), force) switch
    {
        (null, _) => null,
        ({ } code, { Length: > 0 } named) => constituency is Constituency.Military ? $"{code}:{named}" : null,
        ({ } code, _) => constituency is Constituency.Military ? null : code,
    };

    /// <summary>Reads a code exactly as written; anything else is <see cref="Constituency.Unknown"/>.</summary>
    public static Constituency Read(string? code) => code is null ? Constituency.Unknown : ByCode.GetValueOrDefault(code);
}
