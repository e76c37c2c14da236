namespace ContactGroup.Movements.Domain;

/// <summary>Names of the fields that this module writes, as in the schema.</summary>
internal static class ContentNames
{
    public const string Notice = "notice";
    public const string Version = "version";
    public const string Dispatch = "dispatch";
    public const string State = "state";
    public const string StateReason = "stateReason";
    public const string StateAt = "stateAt";
    public const string NotifiedAt = "notifiedAt";
    public const string Category = "category";
    public const string Mode = "mode";
    public const string WindowStart = "windowStart";
    public const string WindowEnd = "windowEnd";
    public const string Country = "country";
    public const string Admin1Pcode = "admin1Pcode";
    public const string Admin2Pcode = "admin2Pcode";
    public const string Route = "route";
    public const string RouteGeometry = "routeGeometry";
    public const string AlternateRoutes = "alternateRoutes";
    public const string Vehicles = "vehicles";
    public const string CallContact = "callContact";
    public const string AlternateContact = "alternateContact";
    public const string FocalPoint = "focalPoint";
    public const string Communications = "communications";
    public const string RadioCallSign = "radioCallSign";
    public const string Purpose = "purpose";
    public const string Cargo = "cargo";
    public const string CargoTonnes = "cargoTonnes";
    public const string CargoCubicMetres = "cargoCubicMetres";
    public const string DangerousGoods = "dangerousGoods";
    public const string Waybill = "waybill";
    public const string Notes = "notes";
    public const string Escort = "escort";
    public const string EscortJustification = "escortJustification";
    public const string FrontLineCrossing = "frontLineCrossing";
    public const string PartiesOnRoute = "partiesOnRoute";
    public const string Staff = "staff";
    public const string InternationalStaff = "internationalStaff";
    public const string NationalStaff = "nationalStaff";
    public const string Drivers = "drivers";
    public const string Contractors = "contractors";
    public const string Evacuees = "evacuees";
    public const string Late = "late";
    public const string LateFor = "lateFor";
    public const string LateReason = "lateReason";
    public const string Recipients = "recipients";
    public const string Organisation = "organisation";
    public const string NotifiedBy = "notifiedBy";
    public const string CheckIns = "checkIns";
    public const string NextCheckInDue = "nextCheckInDue";
    public const string OverdueSince = "overdueSince";
}
