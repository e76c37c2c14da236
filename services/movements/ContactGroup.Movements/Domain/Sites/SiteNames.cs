namespace ContactGroup.Movements.Domain.Sites;

/// <summary>Names of the fields of sites that no other kind has, as in the schema.</summary>
internal static class SiteNames
{
    public const string SiteType = "siteType";
    public const string Name = "name";
    public const string LocalName = "localName";
    public const string Admin1 = "admin1";
    public const string Admin2 = "admin2";
    public const string Position = "position";
    public const string CoordinateMethod = "coordinateMethod";
    public const string Accuracy = "accuracy";
    public const string Footprint = "footprint";
    public const string ValidFrom = "validFrom";
    public const string ValidUntil = "validUntil";
    public const string RevalidatedAt = "revalidatedAt";
    public const string RevalidateBy = "revalidateBy";
    public const string Buildings = "buildings";
    public const string RoofMarking = "roofMarking";
    public const string Function = "function";
    public const string Relation = "relation";
    public const string Occupants = "occupants";
    public const string RemovalReason = "removalReason";
}
