using ContactGroup.Classification;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Contracts.Access;

/// <summary>
/// The fields of an access-constraint notice and what each discloses. The classes carry the default rule for a force: type, area, severity, dates and the
/// reviewed summary. Impact, sectors, people and follow-up stay with the humanitarian side; negotiation never leaves it (a floor).
/// </summary>
public static class AccessConstraintSchema
{
    /// <summary>Longest summary in characters.</summary>
    public const int LongestSummary = 2_000;

    /// <summary>The schema of kind <c>access-constraint</c>.</summary>
    public static ItemSchema Schema { get; } = new(
        "access-constraint",
        "ACN",
        [
            new("constraintType", FieldClass.Category, FieldShape.Code, "access-constraint-type"),
            new("impediment", FieldClass.Narrative, FieldShape.Code, "access-impediment"),
            new("state", FieldClass.Status, FieldShape.Code, "access-state"),
            new("stateNote", FieldClass.Narrative, FieldShape.Text),
            new("severity", FieldClass.Severity, FieldShape.Code, "access-severity"),
            new("severityBefore", FieldClass.Narrative, FieldShape.Code, "access-severity") { Follows = "severity" },
            new("severitySince", FieldClass.Narrative, FieldShape.Instant) { Follows = "severity" },
            new("title", FieldClass.Narrative, FieldShape.Text),
            new("startedAt", FieldClass.Time, FieldShape.Instant),
            new("expectedEnd", FieldClass.Time, FieldShape.Instant),
            new("endedAt", FieldClass.Time, FieldShape.Instant),
            new("country", FieldClass.Area, FieldShape.Code, "country"),
            new("admin1", FieldClass.Area, FieldShape.Text),
            new("admin1Pcode", FieldClass.Area, FieldShape.Text),
            new("admin2", FieldClass.Area, FieldShape.Text),
            new("admin2Pcode", FieldClass.Area, FieldShape.Text),
            new("place", FieldClass.Location, FieldShape.Text),
            new("position", FieldClass.Location, FieldShape.Point),
            new("level", FieldClass.Narrative, FieldShape.Code, "access-level"),
            new("formality", FieldClass.Narrative, FieldShape.Code, "access-formality"),
            new("summary", FieldClass.Summary, FieldShape.Text, Longest: LongestSummary),
            new("description", FieldClass.Narrative, FieldShape.Text),
            new("impact", FieldClass.Narrative, FieldShape.Codes, "access-impact"),
            new("delayHours", FieldClass.Narrative, FieldShape.Count),
            new("sectors", FieldClass.Narrative, FieldShape.Codes, "cluster"),
            new("peopleAffected", FieldClass.Beneficiary, FieldShape.Code, "people-band"),
            new("organisationTypes", FieldClass.Organisation, FieldShape.Codes, "organisation-type"),
            new("imposedBy", FieldClass.ArmedActor, FieldShape.Code, "actor-type"),
            new("imposedByName", FieldClass.ArmedActor, FieldShape.Text),
            new("actionTaken", FieldClass.Narrative, FieldShape.Text),
            new("actionRequested", FieldClass.Narrative, FieldShape.Text),
            new("negotiation", FieldClass.Negotiation, FieldShape.Text),
            new("verification", FieldClass.Source, FieldShape.Code, "verification"),
            new("source", FieldClass.Source, FieldShape.Text),
            new("followUpBy", FieldClass.Provenance, FieldShape.Instant),
            new("followUpDueSince", FieldClass.Provenance, FieldShape.Instant),
            new("followUpOwner", FieldClass.Person, FieldShape.Text),
            new("linkedIncident", FieldClass.Asset, FieldShape.ItemReference),
            new("linkedNotification", FieldClass.Asset, FieldShape.ItemReference),
            new("organisation", FieldClass.Organisation, FieldShape.Organisation),
            new("raisedBy", FieldClass.Person, FieldShape.Person),
        ],
        ["title", "summary", "description", "place", "admin1", "admin2", "imposedByName", "actionTaken", "actionRequested", "stateNote", "negotiation", "source"]);
}
