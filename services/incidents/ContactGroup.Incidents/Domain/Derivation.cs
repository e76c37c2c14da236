using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace ContactGroup.Incidents.Domain;

/// <summary>What follows from a report when its author did not say it. Derived again with every version, until somebody says it.</summary>
internal static class Derivation
{
    private const int MassCasualty = 10;

    private static readonly FrozenSet<string> Critical = Set("KILLED", "STRIKE_ON_NOTIFIED_OBJECT");

    private static readonly FrozenSet<string> Serious = Set(
        "INJURED", "KIDNAPPED_ABDUCTED", "MISSING", "SEXUAL_VIOLENCE", "AMBUSH_ROAD_ATTACK", "SHELLING_INDIRECT_FIRE", "AIR_DRONE_STRIKE", "SMALL_ARMS_FIRE",
        "IED", "MINE_ERW", "COMPLEX_ATTACK");

    private static readonly FrozenSet<string> Minor = Set("BURGLARY_THEFT", "ROAD_ACCIDENT", "CYBER_COMMUNICATIONS", "MIS_DISINFORMATION", "NEAR_MISS", "OTHER");

    private static readonly FrozenSet<string> StopsMovement = Set("AVOID_AREA", "DELAY_MOVEMENT", "RESTRICT_MOVEMENT", "HIBERNATE", "RELOCATE");

    private static readonly FrozenSet<string> OnTheRoad = Set("AMBUSH_ROAD_ATTACK", "CHECKPOINT_INCIDENT", "CARJACKING", "MINE_ERW", "STRIKE_ON_NOTIFIED_OBJECT");

    /// <summary>Names of the fields that can be derived.</summary>
    public static IReadOnlyList<string> Names { get; } = [ContentNames.Severity, ContentNames.Hazard, ContentNames.AffectsMovement];

    /// <summary>Fills the fields that nobody said.</summary>
    /// <returns>The names of those fields.</returns>
    public static IReadOnlyList<string> Fill(JsonObject content, IEnumerable<string> derivedBefore)
    {
        var derived = Names.Where(name => !content.ContainsKey(name) || derivedBefore.Contains(name, StringComparer.Ordinal)).ToList();
        foreach (var name in derived)
        {
            content[name] = name switch
            {
                ContentNames.Severity => SeverityOf(content),
                ContentNames.Hazard => HazardType.Of(content),
                _ => AffectsMovement(content),
            };
        }

        return derived;
    }

    private static string SeverityOf(JsonObject content)
    {
        var category = content.Text(ContentNames.Category)!;
        if (content.Flag(ContentNames.NearMiss) == true)
        {
            return Critical.Contains(category) || Serious.Contains(category) ? "2" : "1";
        }

        var harmed = content.Figure("injured") + content.Figure("kidnapped") + content.Figure("missing");
        return content.Figure("killed") > 0 || content.Figure("killedInCaptivity") > 0 || harmed >= MassCasualty || Critical.Contains(category) ? "4"
            : harmed > 0 || Serious.Contains(category) ? "3"
            : Minor.Contains(category) ? "1"
            : "2";
    }

    private static bool AffectsMovement(JsonObject content) =>
        content.Flag(ContentNames.HazardOngoing) == true
        || StopsMovement.Contains(content.Text(ContentNames.AdviceToOthers) ?? string.Empty)
        || content.Text(ContentNames.DeliveryImpact) is not (null or "NONE")
        || OnTheRoad.Contains(content.Text(ContentNames.Category)!)
        || content.Text(ContentNames.LocationType) is "ROAD" or "CHECKPOINT";

    private static FrozenSet<string> Set(params string[] codes) => codes.ToFrozenSet(StringComparer.Ordinal);
}
