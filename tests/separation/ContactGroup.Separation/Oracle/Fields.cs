using System.Text.Json.Nodes;

namespace ContactGroup.Separation.Oracle;

/// <summary>
/// Fields of an incident that never cross from the humanitarian side: persons, organisation, staff, narrative, armed actor, source, contact, asset. From
/// the specification's default rules: what crosses is hazard, area or grid, day, whether movement is affected, advice, and the summary.
/// </summary>
internal static class Fields
{
    private static readonly string[] Hidden =
    [
        "title", "narrativeRestricted", "actionsTaken", "supportRequested", "actorName", "actorType", "impact", "contactName", "contactDetails", "loss",
        "sourceReliability", "motive",
    ];

    public static bool AreHiddenAcross(string fields) => JsonNode.Parse(fields)!.AsObject().All(field => Array.IndexOf(Hidden, field.Key) >= 0);

    /// <summary>
    /// Fields of a movement that a named force gets, from the specification: route, window, vehicles, mode, call contact, status, and what it is and in which
    /// version. Its own line of <c>dispatch</c> and the type of the organisation come beside them.
    /// </summary>
    public static IReadOnlyList<string> OfMovementForNamed { get; } =
        ["notice", "version", "state", "category", "mode", "windowStart", "windowEnd", "country", "route", "routeGeometry", "alternateRoutes", "vehicles", "callContact"];

    /// <summary>Fields of a site that a named force gets, from the specification: what and where it is, how long that holds, markings, call contact, status.</summary>
    public static IReadOnlyList<string> OfSiteForNamed { get; } =
    [
        "notice", "version", "state", "siteType", "name", "country", "admin1", "position", "coordinateMethod", "accuracy", "validUntil", "buildings", "roofMarking",
        "callContact",
    ];

    /// <summary>Whether an amendment of a movement or a site says nothing that a named force gets.</summary>
    public static bool AreHiddenFromNamed(string fields, bool isSite) => AreHidden(fields, isSite ? OfSiteForNamed : OfMovementForNamed);

    /// <summary>Whether an amendment of an advisory says nothing but what stays with its force: unit, operation and source.</summary>
    public static bool AreOwnAlone(string fields) => JsonNode.Parse(fields)!.AsObject().All(field => field.Key is "unit" or "operation" or "source");

    /// <summary>
    /// Whether an update of a notice says nothing that crosses: what crosses from a side is type, area, severity, dates, status for some, and the summary; and
    /// never what was talked about, who is behind it and who follows it up.
    /// </summary>
    public static bool OfNoticeAreHiddenAcross(string fields) => JsonNode.Parse(fields)!.AsObject().All(field =>
        field.Key is "title" or "impediment" or "description" or "negotiation" or "source" or "followUpOwner" or "followUpBy" or "imposedByName" or "peopleAffected");

    private static bool AreHidden(string fields, IReadOnlyList<string> shown) => JsonNode.Parse(fields)!.AsObject().All(field =>
        field.Key == "clear" ? field.Value!.AsArray().All(name => !shown.Contains((string)name!)) : !shown.Contains(field.Key));
}
