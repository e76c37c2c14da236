using ContactGroup.Classification;

namespace ContactGroup.Release.Domain;

/// <summary>
/// What a coordinator decides on at once: a whole side, or one force. A force is never part of a side: each is a decision of its own.
/// </summary>
internal static class Targets
{
    public static string Of(Audience audience) => ConstituencyNames.SideOf(audience.Constituency) switch
    {
        Side.Humanitarian => "side:humanitarian",
        Side.Political => "side:political",
        _ => $"audience:{audience}",
    };

    /// <summary>Whether the audience of this code belongs to the target.</summary>
    public static bool Means(string target, string audience) => string.Equals(Of(Audience.Parse(audience)), target, StringComparison.Ordinal);

    /// <summary>Whether the target is a side as a whole, and not a force or the police.</summary>
    public static bool IsSide(string target) => target.StartsWith("side:", StringComparison.Ordinal);

    /// <summary>Whether the text names a target, whoever is present.</summary>
    public static bool IsTarget(string? text) =>
        text is "side:humanitarian" or "side:political"
        || (text?.StartsWith("audience:", StringComparison.Ordinal) == true
            && Audience.TryParse(text["audience:".Length..], out var audience)
            && string.Equals(Of(audience), text, StringComparison.Ordinal));
}
