namespace ContactGroup.Classification;

/// <summary>What a field discloses. Every field of every kind of item declares one. The order is the bit order of <see cref="Disclosure"/>: append only.</summary>
public enum FieldClass : byte
{
    /// <summary>What kind of thing happened or is notified; hazard type, constraint type, mode.</summary>
    Category,

    /// <summary>Where it stands, whether it affects humanitarian movement, what advice is asked for.</summary>
    Status,

    /// <summary>How bad it is.</summary>
    Severity,

    /// <summary>Administrative area.</summary>
    Area,

    /// <summary>Precise position or route. Coarse: a grid cell.</summary>
    Location,

    /// <summary>Precise time. Coarse: a day.</summary>
    Time,

    /// <summary>Which organisation. Coarse: its type.</summary>
    Organisation,

    /// <summary>Name of a person other than a named contact.</summary>
    Person,

    /// <summary>Staff numbers and composition. Coarse: a band.</summary>
    Staff,

    /// <summary>Data about the people assisted.</summary>
    Beneficiary,

    /// <summary>Vehicles and other assets.</summary>
    Asset,

    /// <summary>The named contact to call.</summary>
    Contact,

    /// <summary>Free text as reported.</summary>
    Narrative,

    /// <summary>Text written to be released.</summary>
    Summary,

    /// <summary>Chat text.</summary>
    Message,

    /// <summary>Who did it, and which armed men are where.</summary>
    ArmedActor,

    /// <summary>Origin and reliability of the information, informant included.</summary>
    Source,

    /// <summary>Content of negotiations.</summary>
    Negotiation,

    /// <summary>Military activity and units.</summary>
    Operation,

    /// <summary>Attached files.</summary>
    Attachment,

    /// <summary>Who wrote it, when, and its history.</summary>
    Provenance,
}
