namespace ContactGroup.Movements.Domain.Advisories;

/// <summary>Names of the fields of advisories that movements have not, as in the schema.</summary>
internal static class AdvisoryNames
{
    public const string Type = "advisoryType";
    public const string RouteStatus = "routeStatus";
    public const string Severity = "severity";
    public const string Urgency = "urgency";
    public const string Certainty = "certainty";
    public const string AdviceToOthers = "adviceToOthers";
    public const string ValidFrom = "validFrom";
    public const string ValidUntil = "validUntil";
    public const string Admin1 = "admin1";
    public const string Admin2 = "admin2";
    public const string Place = "place";
    public const string Position = "position";
    public const string Radius = "radius";
    public const string Outline = "outline";
    public const string Summary = "summary";
    public const string Unit = "unit";
    public const string Operation = "operation";
    public const string Source = "source";
    public const string IssuedBy = "issuedBy";

    /// <summary>What stays with the force that says it, whatever policy says.</summary>
    public static IReadOnlyList<string> OwnAlone { get; } = [Unit, Operation, Source];
}
