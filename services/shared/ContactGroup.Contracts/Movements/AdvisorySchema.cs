using ContactGroup.Classification;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Contracts.Movements;

/// <summary>
/// The fields of an advisory and what each discloses: what a force tells the humanitarian side of a road, a closure, a hazard, the airspace, the weather or
/// planned activity with civilian impact. The classes carry the default rule: all that was written for release in full, and never unit or operation.
/// </summary>
public static class AdvisorySchema
{
    /// <summary>Longest summary in characters.</summary>
    public const int LongestSummary = 2_000;

    /// <summary>The schema of kind <c>advisory</c>.</summary>
    public static ItemSchema Schema { get; } = new(
        "advisory",
        "ADV",
        [
            new("version", FieldClass.Status, FieldShape.Count) { IsLifeCycle = true },
            new("state", FieldClass.Status, FieldShape.Code, "advisory-state") { IsLifeCycle = true },
            new("advisoryType", FieldClass.Category, FieldShape.Code, "advisory-type"),
            new("routeStatus", FieldClass.Status, FieldShape.Code, "route-status"),
            new("severity", FieldClass.Severity, FieldShape.Code, "cap-severity"),
            new("urgency", FieldClass.Severity, FieldShape.Code, "cap-urgency"),
            new("certainty", FieldClass.Severity, FieldShape.Code, "cap-certainty"),
            new("adviceToOthers", FieldClass.Status, FieldShape.Code, "advice"),
            new("validFrom", FieldClass.Time, FieldShape.Instant),
            new("validUntil", FieldClass.Time, FieldShape.Instant),
            new("country", FieldClass.Area, FieldShape.Code, "country"),
            new("admin1", FieldClass.Area, FieldShape.Text),
            new("admin1Pcode", FieldClass.Area, FieldShape.Text),
            new("admin2", FieldClass.Area, FieldShape.Text),
            new("admin2Pcode", FieldClass.Area, FieldShape.Text),
            new("place", FieldClass.Location, FieldShape.Text),
            new("position", FieldClass.Location, FieldShape.Point),
            new("radius", FieldClass.Location, FieldShape.Count),
            new("outline", FieldClass.Location, FieldShape.Outline),
            new("summary", FieldClass.Summary, FieldShape.Text, Longest: LongestSummary),
            new("callContact", FieldClass.Contact, FieldShape.CallContact),
            new("unit", FieldClass.Operation, FieldShape.Text),
            new("operation", FieldClass.Operation, FieldShape.Text),
            new("source", FieldClass.Source, FieldShape.Text),
            new("organisation", FieldClass.Organisation, FieldShape.Organisation),
            new("issuedBy", FieldClass.Person, FieldShape.Person),
        ],
        ["summary", "place", "admin1", "admin2", "unit", "operation", "source"]);
}
