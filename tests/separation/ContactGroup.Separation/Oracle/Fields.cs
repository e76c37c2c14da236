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
}
