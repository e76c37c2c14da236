using ContactGroup.Classification;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Contracts.Movements;

/// <summary>
/// The fields of a static-site notification and what each discloses. The classes carry the default rule for a named force: type, position, footprint, validity,
/// markings, call contact and state, precisely; and nothing of who is there, why, or who else was told.
/// </summary>
public static class SiteSchema
{
    /// <summary>The schema of kind <c>site</c>.</summary>
    public static ItemSchema Schema { get; } = new(
        "site",
        "HNS",
        [
            new("notice", FieldClass.Status, FieldShape.Code, "notice"),
            new("version", FieldClass.Status, FieldShape.Count) { IsLifeCycle = true },
            new("state", FieldClass.Status, FieldShape.Code, "site-state") { IsLifeCycle = true },
            new("siteType", FieldClass.Category, FieldShape.Code, "site-type"),
            new("dispatch", FieldClass.Status, FieldShape.Dispatches) { IsLifeCycle = true },
            new("name", FieldClass.Location, FieldShape.Text),
            new("localName", FieldClass.Location, FieldShape.Text),
            new("country", FieldClass.Area, FieldShape.Code, "country"),
            new("admin1", FieldClass.Area, FieldShape.Text),
            new("admin1Pcode", FieldClass.Area, FieldShape.Text),
            new("admin2", FieldClass.Area, FieldShape.Text),
            new("admin2Pcode", FieldClass.Area, FieldShape.Text),
            new("position", FieldClass.Location, FieldShape.Point),
            new("coordinateMethod", FieldClass.Location, FieldShape.Code, "coordinate-method"),
            new("accuracy", FieldClass.Location, FieldShape.Count),
            new("footprint", FieldClass.Location, FieldShape.Outline),
            new("validFrom", FieldClass.Time, FieldShape.Instant),
            new("validUntil", FieldClass.Time, FieldShape.Instant),
            new("revalidatedAt", FieldClass.Time, FieldShape.Instant),
            new("revalidateBy", FieldClass.Time, FieldShape.Instant),
            new("buildings", FieldClass.Asset, FieldShape.Count),
            new("roofMarking", FieldClass.Asset, FieldShape.Text),
            new("callContact", FieldClass.Contact, FieldShape.CallContact),
            new("function", FieldClass.Narrative, FieldShape.Text),
            new("relation", FieldClass.Narrative, FieldShape.Code, "site-relation"),
            new("notes", FieldClass.Narrative, FieldShape.Text),
            new("removalReason", FieldClass.Narrative, FieldShape.Code, "site-removal-reason"),
            new("staff", FieldClass.Staff, FieldShape.Count),
            new("occupants", FieldClass.Beneficiary, FieldShape.Count),
            new("recipients", FieldClass.Provenance, FieldShape.Audiences),
            new("organisation", FieldClass.Organisation, FieldShape.Organisation),
            new("notifiedBy", FieldClass.Person, FieldShape.Person),
        ],
        ["name", "localName", "admin1", "admin2", "function", "notes"]);
}
