using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace ContactGroup.Incidents.Domain;

/// <summary>
/// The hazard behind a report: what others must stay out of. A category that tells what happened to people is replaced by what did it; where that is
/// not known, by violence in general.
/// </summary>
internal static class HazardType
{
    private const string Violence = "VIOLENCE";
    private const string Other = "OTHER";

    private static readonly FrozenDictionary<string, string> ByCategory = Table(
        ("KIDNAPPED_ABDUCTED", "ABDUCTION"), ("ARREST_DETENTION", "DETENTION"), ("THREAT_INTIMIDATION", "THREAT"), ("ROBBERY", "CRIME"),
        ("BURGLARY_THEFT", "CRIME"), ("CARJACKING", "ROAD_ATTACK"), ("LOOTING", "CRIME"), ("AMBUSH_ROAD_ATTACK", "ROAD_ATTACK"),
        ("SHELLING_INDIRECT_FIRE", "SHELLING"), ("AIR_DRONE_STRIKE", "AIR_STRIKE"), ("SMALL_ARMS_FIRE", "SMALL_ARMS_FIRE"), ("IED", "EXPLOSIVE_DEVICE"),
        ("MINE_ERW", "MINE_ERW"), ("COMPLEX_ATTACK", "COMPLEX_ATTACK"), ("RAID_INTRUSION", "INTRUSION"), ("OCCUPATION_MILITARY_USE", "INTRUSION"),
        ("ARSON", "FIRE"), ("CIVIL_UNREST_MOB", "CIVIL_UNREST"), ("CHECKPOINT_INCIDENT", "CHECKPOINT"), ("ROAD_ACCIDENT", "TRAFFIC_ACCIDENT"),
        ("CYBER_COMMUNICATIONS", "COMMUNICATIONS"), ("MIS_DISINFORMATION", "FALSE_INFORMATION"));

    private static readonly FrozenDictionary<string, string> ByMeans = Table(
        ("AERIAL_BOMBARDMENT", "SHELLING"), ("SHELLING", "SHELLING"), ("BOMBING", "EXPLOSIVE_DEVICE"), ("BODY_BORNE_IED", "EXPLOSIVE_DEVICE"),
        ("COMPLEX_ATTACK", "COMPLEX_ATTACK"), ("ROADSIDE_IED", "EXPLOSIVE_DEVICE"), ("VEHICLE_BORNE_IED", "EXPLOSIVE_DEVICE"),
        ("VEHICLE_BORNE_IED_REMOTE", "EXPLOSIVE_DEVICE"), ("VEHICLE_BORNE_IED_SUICIDE", "EXPLOSIVE_DEVICE"), ("OTHER_EXPLOSIVES", "EXPLOSIVE_DEVICE"),
        ("KIDNAPPING", "ABDUCTION"), ("KIDNAP_KILLING", "ABDUCTION"), ("DETENTION_ARREST", "DETENTION"), ("LANDMINE_UXO", "MINE_ERW"),
        ("SHOOTING", "SMALL_ARMS_FIRE"));

    private static readonly FrozenDictionary<string, string> ByWeapon = Table(
        ("FIREARMS", "SMALL_ARMS_FIRE"), ("ARSON", "FIRE"), ("SHELLING", "SHELLING"), ("ARTILLERY", "SHELLING"), ("MORTAR", "SHELLING"), ("ROCKET", "SHELLING"),
        ("RPG", "SHELLING"), ("MISSILE", "SHELLING"), ("HAND_GRENADE", "EXPLOSIVE_DEVICE"), ("MINE", "MINE_ERW"), ("UXO", "MINE_ERW"),
        ("IED_UNSPECIFIED", "EXPLOSIVE_DEVICE"), ("IED_REMOTE_CONTROLLED", "EXPLOSIVE_DEVICE"), ("IED_VEHICLE_BORNE", "EXPLOSIVE_DEVICE"),
        ("EXPLOSIVE_UNSPECIFIED", "EXPLOSIVE_DEVICE"), ("AERIAL_BOMB_PLANE", "AIR_STRIKE"), ("AERIAL_BOMB_DRONE", "AIR_STRIKE"),
        ("AERIAL_BOMB_MISSILE", "AIR_STRIKE"), ("AERIAL_BOMB_UNKNOWN", "AIR_STRIKE"));

    private static readonly FrozenSet<string> HarmToPeople = new[] { "KILLED", "INJURED", "MISSING", "ASSAULT" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Categories that name an effect; the hazard is what caused it, if that was said.</summary>
    private static readonly FrozenSet<string> Effects = new[] { "FACILITY_DAMAGE", "STRIKE_ON_NOTIFIED_OBJECT", "NEAR_MISS" }.ToFrozenSet(StringComparer.Ordinal);

    public static string Of(JsonObject content)
    {
        var category = content.Text(ContentNames.Category)!;
        return ByCategory.TryGetValue(category, out var hazard) ? hazard
            : HarmToPeople.Contains(category) ? Cause(content) ?? Violence
            : Effects.Contains(category) ? Cause(content) ?? Plain(category)
            : Other;
    }

    private static string? Cause(JsonObject content) =>
        content.Texts(ContentNames.Weapons).Select(weapon => ByWeapon.GetValueOrDefault(weapon)).FirstOrDefault(hazard => hazard is not null)
        ?? ByMeans.GetValueOrDefault(content.Text(ContentNames.Means) ?? string.Empty);

    private static string Plain(string category) => category is "FACILITY_DAMAGE" ? category : Other;

    private static FrozenDictionary<string, string> Table(params (string From, string To)[] rows) =>
        rows.ToFrozenDictionary(row => row.From, row => row.To, StringComparer.Ordinal);
}
