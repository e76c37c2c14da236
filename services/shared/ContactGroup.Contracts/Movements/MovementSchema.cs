using ContactGroup.Classification;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Contracts.Movements;

/// <summary>
/// The fields of a movement notification and what each discloses. The classes carry the default rule for a named force: route, window, vehicles, mode,
/// call contact and status, precisely; and nothing of who moves, why, with what, or who else was told. Where armed men are is nothing that one force learns of
/// another from us: an escort, and who holds the road, are of the class that no force is given. Of persons it gets the
/// call contact alone (decision 0060), and of the means by which they are reached or found nothing (decision 0069).
/// </summary>
public static class MovementSchema
{
    /// <summary>The schema of kind <c>movement</c>.</summary>
    public static ItemSchema Schema { get; } = new(
        "movement",
        "HNM",
        [
            new("notice", FieldClass.Status, FieldShape.Code, "notice"),
            new("version", FieldClass.Status, FieldShape.Count) { IsLifeCycle = true },
            new("state", FieldClass.Status, FieldShape.Code, "movement-state") { IsLifeCycle = true },
            new("category", FieldClass.Status, FieldShape.Code, "movement-category"),
            new("mode", FieldClass.Category, FieldShape.Code, "movement-mode"),
            new("dispatch", FieldClass.Status, FieldShape.Dispatches) { IsLifeCycle = true },
            new("windowStart", FieldClass.Time, FieldShape.Instant),
            new("windowEnd", FieldClass.Time, FieldShape.Instant),
            new("country", FieldClass.Area, FieldShape.Code, "country"),
            new("route", FieldClass.Location, FieldShape.Route),
            new("routeGeometry", FieldClass.Location, FieldShape.Line) { Follows = "route" },
            new("alternateRoutes", FieldClass.Location, FieldShape.Lines) { Follows = "route" },
            new("vehicles", FieldClass.Asset, FieldShape.Vehicles),
            new("callContact", FieldClass.Contact, FieldShape.CallContact),
            new("alternateContact", FieldClass.Person, FieldShape.CallContact),
            new("focalPoint", FieldClass.Person, FieldShape.CallContact),
            new("communications", FieldClass.Person, FieldShape.Codes, "communication-means"),
            new("radioCallSign", FieldClass.Person, FieldShape.Text),
            new("purpose", FieldClass.Narrative, FieldShape.Code, "movement-purpose"),
            new("cargo", FieldClass.Narrative, FieldShape.Codes, "cargo-category"),
            new("cargoTonnes", FieldClass.Narrative, FieldShape.Number),
            new("cargoCubicMetres", FieldClass.Narrative, FieldShape.Number),
            new("dangerousGoods", FieldClass.Narrative, FieldShape.Flag),
            new("waybill", FieldClass.Narrative, FieldShape.Text),
            new("escort", FieldClass.ArmedActor, FieldShape.Code, "movement-escort"),
            new("escortJustification", FieldClass.ArmedActor, FieldShape.Text),
            new("frontLineCrossing", FieldClass.ArmedActor, FieldShape.Flag),
            new("partiesOnRoute", FieldClass.ArmedActor, FieldShape.Text),
            new("notes", FieldClass.Narrative, FieldShape.Text),
            new("stateReason", FieldClass.Narrative, FieldShape.Text),
            new("staff", FieldClass.Staff, FieldShape.Count),
            new("internationalStaff", FieldClass.Staff, FieldShape.Count),
            new("nationalStaff", FieldClass.Staff, FieldShape.Count),
            new("drivers", FieldClass.Staff, FieldShape.Count),
            new("contractors", FieldClass.Staff, FieldShape.Count),
            new("evacuees", FieldClass.Beneficiary, FieldShape.Count),
            new("late", FieldClass.Provenance, FieldShape.Flag),
            new("lateFor", FieldClass.Provenance, FieldShape.Audiences),
            new("lateReason", FieldClass.Provenance, FieldShape.Text),
            new("recipients", FieldClass.Provenance, FieldShape.Audiences),
            new("notifiedAt", FieldClass.Provenance, FieldShape.Instant),
            new("stateAt", FieldClass.Provenance, FieldShape.Instant) { IsLifeCycle = true },
            new("checkIns", FieldClass.Provenance, FieldShape.CheckIns),
            new("nextCheckInDue", FieldClass.Provenance, FieldShape.Instant),
            new("overdueSince", FieldClass.Provenance, FieldShape.Instant),
            new("organisation", FieldClass.Organisation, FieldShape.Organisation),
            new("notifiedBy", FieldClass.Person, FieldShape.Person),
        ],
        ["notes", "stateReason", "escortJustification", "partiesOnRoute", "waybill"])
    {
        IsUrgent = MovementUrgency.Of,
    };
}
