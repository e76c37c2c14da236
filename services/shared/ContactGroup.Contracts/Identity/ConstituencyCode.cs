using ContactGroup.Classification;

namespace ContactGroup.Contracts.Identity;

/// <summary>Constituencies, sides and audiences as the text that crosses a wire, by the engine's own words; null where the engine knows none.</summary>
public static class ConstituencyCode
{
    /// <summary>Every code, in the order of the constituencies.</summary>
    public static IReadOnlyCollection<string> All { get; } = [.. ConstituencyNames.All];

    /// <summary>The code; null for <see cref="Constituency.Unknown"/> and anything undefined.</summary>
    public static string? Of(Constituency constituency) =>
        ConstituencyNames.SideOf(constituency) == Side.Unknown ? null : ConstituencyNames.Format(constituency);

    /// <summary>The side the constituency stands on; null for <see cref="Constituency.Unknown"/> and anything undefined.</summary>
    public static string? SideOf(Constituency constituency) => ConstituencyNames.SideOf(constituency) switch
    {
        Side.Humanitarian => "humanitarian",
        Side.Security => "security",
        Side.Political => "political",
        _ => null,
    };

    /// <summary>
    /// The audience, such as <c>ingo</c> or <c>military:northern-force</c>; null when there is none: an unknown constituency, a military
    /// organisation without a force, or a force without a military organisation.
    /// </summary>
    public static string? AudienceOf(Constituency constituency, string? force) =>
        new Audience(constituency, force) is { IsKnown: true } audience ? audience.ToString() : null;

    /// <summary>Reads a code exactly as written; anything else is <see cref="Constituency.Unknown"/>.</summary>
    public static Constituency Read(string? code) =>
        code is not null && ConstituencyNames.TryParse(code, out var constituency) ? constituency : Constituency.Unknown;
}
