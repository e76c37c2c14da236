using ContactGroup.Classification;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Contracts.Incidents;

/// <summary>
/// The fields of a security incident report and what each discloses. The classes carry the default rule for a force: the hazard
/// (<see cref="FieldClass.Category"/>), where and when coarsely, whether it affects movement and what is advised (<see cref="FieldClass.Status"/>), and
/// the reviewed summary. The category stays with the narrative: <c>KILLED</c> tells what happened to staff, the hazard derived from it does not.
/// </summary>
public static class IncidentSchema
{
    /// <summary>Longest summary in characters.</summary>
    public const int LongestSummary = 2_000;

    /// <summary>The schema of kind <c>incident</c>.</summary>
    public static ItemSchema Schema { get; } = new(
        "incident",
        "SIR",
        [
            new("hazard", FieldClass.Category, FieldShape.Code, "hazard"),
            new("nearMiss", FieldClass.Category, FieldShape.Flag),
            new("category", FieldClass.Narrative, FieldShape.Code, "incident-category"),
            new("subCategory", FieldClass.Narrative, FieldShape.Text),
            new("title", FieldClass.Narrative, FieldShape.Text),
            new("severity", FieldClass.Severity, FieldShape.Code, "severity"),
            new("stage", FieldClass.Provenance, FieldShape.Code, "report-stage"),
            new("verification", FieldClass.Source, FieldShape.Code, "verification"),
            new("occurredAt", FieldClass.Time, FieldShape.Instant),
            new("occurredUntil", FieldClass.Time, FieldShape.Instant),
            new("timePrecision", FieldClass.Time, FieldShape.Code, "time-precision"),
            new("timeKnown", FieldClass.Time, FieldShape.Flag),
            new("country", FieldClass.Area, FieldShape.Code, "country"),
            new("admin1", FieldClass.Area, FieldShape.Text),
            new("admin1Pcode", FieldClass.Area, FieldShape.Text),
            new("admin2", FieldClass.Area, FieldShape.Text),
            new("admin2Pcode", FieldClass.Area, FieldShape.Text),
            new("admin3", FieldClass.Location, FieldShape.Text),
            new("admin3Pcode", FieldClass.Location, FieldShape.Text),
            new("place", FieldClass.Location, FieldShape.Text),
            new("position", FieldClass.Location, FieldShape.Point),
            new("geoPrecision", FieldClass.Location, FieldShape.Code, "geo-precision"),
            new("locationType", FieldClass.Location, FieldShape.Code, "location-type"),
            new("affectsMovement", FieldClass.Status, FieldShape.Flag),
            new("adviceToOthers", FieldClass.Status, FieldShape.Code, "advice"),
            new("hazardOngoing", FieldClass.Status, FieldShape.Flag),
            new("validUntil", FieldClass.Time, FieldShape.Instant),
            new("summary", FieldClass.Summary, FieldShape.Text, Longest: LongestSummary),
            new("narrativeRestricted", FieldClass.Narrative, FieldShape.Text),
            new("actionsTaken", FieldClass.Narrative, FieldShape.Text),
            new("supportRequested", FieldClass.Narrative, FieldShape.Text),
            new("actorType", FieldClass.ArmedActor, FieldShape.Code, "actor-type"),
            new("actorName", FieldClass.ArmedActor, FieldShape.Text),
            new("wasTargeted", FieldClass.ArmedActor, FieldShape.Code, "was-targeted"),
            new("means", FieldClass.ArmedActor, FieldShape.Code, "means"),
            new("weapons", FieldClass.ArmedActor, FieldShape.Codes, "weapon"),
            new("context", FieldClass.ArmedActor, FieldShape.Code, "context"),
            new("motive", FieldClass.ArmedActor, FieldShape.Code, "motive"),
            new("targetType", FieldClass.Asset, FieldShape.Code, "target-type"),
            new("organisationTypes", FieldClass.Organisation, FieldShape.Codes, "organisation-type"),
            new("organisationAffected", FieldClass.Organisation, FieldShape.Text),
            new("programmeFocus", FieldClass.Organisation, FieldShape.Code, "programme-focus"),
            new("impact", FieldClass.Staff, FieldShape.Counts),
            new("outcome", FieldClass.Staff, FieldShape.Code, "outcome"),
            new("assetDamage", FieldClass.Asset, FieldShape.Text),
            new("loss", FieldClass.Asset, FieldShape.Text),
            new("deliveryImpact", FieldClass.Asset, FieldShape.Code, "delivery-impact"),
            new("linkedNotification", FieldClass.Asset, FieldShape.ItemReference),
            new("sourceType", FieldClass.Source, FieldShape.Code, "source-type"),
            new("sourceReliability", FieldClass.Source, FieldShape.Code, "source-reliability"),
            new("credibility", FieldClass.Source, FieldShape.Code, "credibility"),
            new("contactName", FieldClass.Person, FieldShape.Text),
            new("contactDetails", FieldClass.Contact, FieldShape.Text),
            new(AttachedFile.Field, FieldClass.Attachment, FieldShape.Attachments),
            new("organisation", FieldClass.Organisation, FieldShape.Organisation),
            new("reportedBy", FieldClass.Person, FieldShape.Person),
            new("reportedAt", FieldClass.Provenance, FieldShape.Instant),
            new("consentToShare", FieldClass.Provenance, FieldShape.Flag),
            new("legalHold", FieldClass.Provenance, FieldShape.Flag),
            new("corrections", FieldClass.Provenance, FieldShape.Count),
            new("correctionReason", FieldClass.Provenance, FieldShape.Text),
        ],
        ["title", "summary", "narrativeRestricted", "subCategory", "place", "admin1", "admin2", "admin3", "actorName", "organisationAffected",
            "assetDamage", "loss", "actionsTaken", "supportRequested"]);
}
