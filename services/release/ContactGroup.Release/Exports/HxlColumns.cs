using System.Globalization;
using System.Text.Json.Nodes;
using ContactGroup.Contracts.Access;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Incidents;
using ContactGroup.Contracts.Movements;

namespace ContactGroup.Release.Exports;

/// <summary>A column of an HXL file.</summary>
/// <param name="Header">For people.</param>
/// <param name="Tag">The HXL hashtag with its attributes.</param>
/// <param name="Cell">The value; null for an empty cell.</param>
/// <param name="IsNumber">Whether the value is a number of ours, which may begin with a minus.</param>
internal sealed record HxlColumn(string Header, string Tag, Func<ExportItem, string?> Cell, bool IsNumber = false);

/// <summary>
/// The columns of each kind, with hashtags of the HXL standard 1.1. INVARIANT: a file of movements or sites has no coordinates, no route and no name of a place
/// below the district: such tables are passed on, and notified positions stay in the notification channel.
/// </summary>
internal static class HxlColumns
{
    private static readonly HxlColumn[] Beginning =
    [
        new("Reference", "#meta+id", item => item.Reference),
        new("Item", "#meta+id+item", item => item.Id),
        new("Status here", "#status+item+code", item => item.Status),
    ];

    private static readonly HxlColumn[] Areas =
    [
        Text("Country", "#country+code+v_iso3", "country"),
        Text("First level", "#adm1+name", "admin1"),
        Text("First-level P-code", "#adm1+code+v_pcode", "admin1Pcode"),
        Text("Second level", "#adm2+name", "admin2"),
        Text("Second-level P-code", "#adm2+code+v_pcode", "admin2Pcode"),
    ];

    // A cell is no point: a coarse position has no coordinates.
    private static readonly HxlColumn[] Coordinates =
    [
        new("Latitude", "#geo+lat", item => Degrees(ShownPlace.PreciseOf(item.Fields["position"])?.Lat), IsNumber: true),
        new("Longitude", "#geo+lon", item => Degrees(ShownPlace.PreciseOf(item.Fields["position"])?.Lon), IsNumber: true),
    ];

    private static readonly HxlColumn[] Organisation =
    [
        new("Organisation", "#org+name", item => Scalar(item.Fields["organisation"]?["name"])),
        new("Organisation type", "#org+type+code", item => Scalar(item.Fields["organisation"]?["constituency"])),
    ];

    private static readonly HxlColumn[] Notice =
    [
        new("Notice", "#meta+notice+i_en", _ => ExportWords.Notice.English),
        new("Notice (Arabic)", "#meta+notice+i_ar", _ => ExportWords.Notice.Arabic),
    ];

    private static readonly HxlColumn[] Ending =
    [
        new("Marking", "#meta+marking", item => ExportMarking.Of(item).ToString()),
        new("Exercise", "#meta+exercise", item => item.IsExercise ? "yes" : "no"),
    ];

    private static readonly Dictionary<string, HxlColumn[]> ByKind = new(StringComparer.Ordinal)
    {
        [MessageSchema.Schema.Kind] = [Time("Posted", "#date+posted", "postedAt"), .. Organisation, Text("Text", "#description", "text")],
        [IncidentSchema.Schema.Kind] =
        [
            Time("Occurred", "#date+occurred", "occurredAt"),
            Time("Reported", "#date+reported", "reportedAt"),
            .. Code("Hazard", "#event+hazard", "hazard", "hazard"),
            .. Code("Category", "#event+type", "category", "incident-category"),
            Text("Summary", "#description+summary", "summary"),
            .. Areas,
            .. Coordinates,
            Text("Precision", "#geo+precision", "geoPrecision"),
            Text("Type of place", "#loc+type", "locationType"),
            Text("Actor type", "#group+perp+type", "actorType"),
            Many("Types of organisation affected", "#org+type+affected", "organisationTypes"),
            Count("Killed", "#affected+aidworker+killed", "killed"),
            Count("Injured", "#affected+aidworker+injured", "injured"),
            Count("Kidnapped", "#affected+aidworker+kidnapped", "kidnapped"),
            Count("Arrested or detained", "#affected+aidworker+arrested", "arrestedDetained"),
            Text("Impact on delivery", "#impact+type", "deliveryImpact"),
            Text("Severity", "#severity+code", "severity"),
            Text("Verification", "#status+verification", "verification"),
            Text("Source type", "#meta+source", "sourceType"),
        ],
        [AccessConstraintSchema.Schema.Kind] =
        [
            Time("Start", "#date+start", "startedAt"),
            Time("Expected end", "#date+end+expected", "expectedEnd"),
            Time("End", "#date+end", "endedAt"),
            .. Code("Type", "#access+type", "constraintType", "access-constraint-type"),
            Text("Impediment", "#operations+type", "impediment"),
            .. Areas,
            .. Coordinates,
            Many("Sectors", "#sector+cluster+code", "sectors"),
            Many("Impact", "#impact+type", "impact"),
            Text("Severity", "#severity+access+code", "severity"),
            Text("State", "#status+code", "state"),
            Text("Summary", "#description+summary", "summary"),
        ],
        [MovementSchema.Schema.Kind] =
        [
            Time("Window start", "#date+start", "windowStart"),
            Time("Window end", "#date+end", "windowEnd"),
            .. Code("Mode", "#activity+mode", "mode", "movement-mode"),
            Text("Category", "#activity+category+code", "category"),
            Text("State", "#status+code", "state"),
            new("Version", "#meta+version", item => Scalar(item.Fields["version"])),
            Text("Country", "#country+code+v_iso3", "country"),
            .. Organisation,
            .. Notice,
        ],
        [SiteSchema.Schema.Kind] =
        [
            Time("Valid from", "#date+start", "validFrom"),
            Time("Valid until", "#date+end", "validUntil"),
            .. Code("Type", "#loc+type", "siteType", "site-type"),
            Text("State", "#status+code", "state"),
            new("Version", "#meta+version", item => Scalar(item.Fields["version"])),
            .. Areas,
            .. Organisation,
            .. Notice,
        ],
        [AdvisorySchema.Schema.Kind] =
        [
            Time("Valid from", "#date+start", "validFrom"),
            Time("Valid until", "#date+end", "validUntil"),
            .. Code("Type", "#event+type", "advisoryType", "advisory-type"),
            Text("Route status", "#operations+route+code", "routeStatus"),
            Text("Severity", "#severity+code", "severity"),
            Text("Advice", "#operations+advice+code", "adviceToOthers"),
            Text("State", "#status+code", "state"),
            .. Areas,
            .. Coordinates,
            Text("Summary", "#description+summary", "summary"),
            .. Organisation,
        ],
    };

    public static IReadOnlyCollection<string> Kinds => ByKind.Keys;

    public static IReadOnlyList<HxlColumn> Of(string kind) => [.. Beginning, .. ByKind[kind], .. Ending];

    private static HxlColumn Text(string header, string tag, string field) => new(header, tag, item => Scalar(item.Fields[field]));

    private static HxlColumn Time(string header, string tag, string field) => new(header, tag, item => item.TimeOf(field)?.ToString());

    private static HxlColumn Count(string header, string tag, string harm) => new(header, tag, item => Scalar(item.Fields["impact"]?[harm]));

    private static HxlColumn Many(string header, string tag, string field) =>
        new(header, tag, item => item.Fields[field] is JsonArray codes ? string.Join(" | ", codes.Select(Scalar)) : null);

    private static IEnumerable<HxlColumn> Code(string header, string tag, string field, string list) =>
    [
        Text(header + " code", tag + "+code", field),
        new(header, tag + "+name", item => item.TextOf(field) is { } code ? ExportWords.LabelOf(list, code) : null),
    ];

    private static string? Degrees(double? degrees) => degrees is { } given ? Position.Text(given) : null;

    private static string? Scalar(JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonValue value when value.TryGetValue<double>(out var number) => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
