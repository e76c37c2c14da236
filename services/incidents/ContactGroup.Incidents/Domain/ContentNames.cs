namespace ContactGroup.Incidents.Domain;

/// <summary>Names of the content fields that this module itself reads or writes. See the incident schema for all.</summary>
internal static class ContentNames
{
    public const string Category = "category";
    public const string Hazard = "hazard";
    public const string Means = "means";
    public const string Weapons = "weapons";
    public const string Severity = "severity";
    public const string NearMiss = "nearMiss";
    public const string Stage = "stage";
    public const string Verification = "verification";
    public const string OccurredAt = "occurredAt";
    public const string OccurredUntil = "occurredUntil";
    public const string TimeKnown = "timeKnown";
    public const string ReportedAt = "reportedAt";
    public const string ValidUntil = "validUntil";
    public const string Country = "country";
    public const string LocationType = "locationType";
    public const string AffectsMovement = "affectsMovement";
    public const string AdviceToOthers = "adviceToOthers";
    public const string HazardOngoing = "hazardOngoing";
    public const string DeliveryImpact = "deliveryImpact";
    public const string Impact = "impact";
    public const string LinkedNotification = "linkedNotification";
    public const string SourceReliability = "sourceReliability";
    public const string Credibility = "credibility";
    public const string Organisation = "organisation";
    public const string ReportedBy = "reportedBy";
    public const string ConsentToShare = "consentToShare";
    public const string Corrections = "corrections";
    public const string CorrectionReason = "correctionReason";

    /// <summary>Administrative levels below the country, from large to small.</summary>
    public static IReadOnlyList<string> Pcodes { get; } = ["admin1Pcode", "admin2Pcode", "admin3Pcode"];
}
