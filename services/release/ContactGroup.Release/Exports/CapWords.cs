using System.Globalization;
using ContactGroup.Contracts.Codes;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Movements;

namespace ContactGroup.Release.Exports;

/// <summary>What an item is in the words of the Common Alerting Protocol 1.2.</summary>
internal static class CapWords
{
    private const string Unknown = "Unknown";

    /// <summary>
    /// Whether the alert counts no longer: ended by who wrote it, expired or taken back. INVARIANT: not because a report was closed, which says that no more will be
    /// written and nothing about the danger.
    /// </summary>
    public static bool IsOver(ExportItem item) => item.Status is not (ItemStatus.Current or ItemStatus.Closed) || HasEnded(item);

    /// <summary><c>Alert</c>; <c>Update</c> or <c>Cancel</c> when there is an earlier alert to name.</summary>
    public static string MessageType(ExportItem item) => item.Earlier.Count == 0 ? "Alert" : IsOver(item) ? "Cancel" : "Update";

    public static string Category(ExportItem item) => (item.TextOf("advisoryType") ?? item.TextOf("hazard")) switch
    {
        "ROUTE_STATUS" or "CLOSURE" or "AIRSPACE" or "TRAFFIC_ACCIDENT" or "CHECKPOINT" => "Transport",
        "WEATHER" => "Met",
        "FIRE" => "Fire",
        "COMMUNICATIONS" or "FACILITY_DAMAGE" => "Infra",
        "EXPLOSIVE_HAZARD" or "MINE_ERW" => "Safety",
        "OTHER" or null => "Other",
        _ => "Security",
    };

    public static string Event(ExportItem item) => item.TextOf("advisoryType") is { } type ? ExportWords.LabelOf("advisory-type", type)
        : item.TextOf("hazard") is { } hazard ? ExportWords.LabelOf("hazard", hazard)
        : ExportWords.KindOf(item);

    /// <summary>What to do. All is clear when who knows has said so, and not because a time ran out or words were taken back.</summary>
    public static string? Response(ExportItem item) => HasEnded(item) ? "AllClear" : IsOver(item) ? null : item.TextOf("adviceToOthers") switch
    {
        "AVOID_AREA" or "DELAY_MOVEMENT" or "RESTRICT_MOVEMENT" => "Avoid",
        "HIBERNATE" => "Shelter",
        "RELOCATE" => "Evacuate",
        "MONITOR" => "Monitor",
        "NONE" => "None",
        _ => null,
    };

    public static string Urgency(ExportItem item) => IsOver(item) ? "Past"
        : IsAdvisory(item) ? Same("cap-urgency", item.TextOf("urgency"))
        : item.Fields["hazardOngoing"]?.GetValue<bool>() switch { true => "Immediate", false => "Past", null => Unknown };

    public static string Severity(ExportItem item) => IsAdvisory(item) ? Same("cap-severity", item.TextOf("severity")) : item.TextOf("severity") switch
    {
        "1" => "Minor",
        "2" => "Moderate",
        "3" => "Severe",
        "4" => "Extreme",
        _ => Unknown,
    };

    public static string Certainty(ExportItem item) =>
        IsAdvisory(item) ? Same("cap-certainty", item.TextOf("certainty")) : item.TextOf("verification") == "VERIFIED" ? "Observed" : Unknown;

    /// <summary>What CAP asks for: no Z, but the offset; and <c>-00:00</c> for UTC.</summary>
    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'-00:00'", CultureInfo.InvariantCulture);

    /// <summary>Of an alert: item, revision and second, which no other alert has.</summary>
    public static string Identifier(string item, long revision, DateTimeOffset sent) =>
        string.Create(CultureInfo.InvariantCulture, $"{item}.{revision}.{sent.UtcDateTime:yyyyMMddHHmmss}");

    private static bool HasEnded(ExportItem item) => item.TextOf("state") == "ENDED";

    private static bool IsAdvisory(ExportItem item) => item.Kind == AdvisorySchema.Schema.Kind;

    private static string Same(string list, string? code) => CodeLists.Get(list).Find(code)?.Same ?? Unknown;
}
