namespace ContactGroup.Classification;

/// <summary>What an item is, as far as decisions differ. A message is a kind per kind of channel. There is no kind for live tracks: they are not accepted.</summary>
public enum ItemKind : byte
{
    /// <summary>Not known; withheld from everybody.</summary>
    Unknown = 0,

    /// <summary>A message in a plenary.</summary>
    PlenaryMessage,

    /// <summary>A message in a caucus.</summary>
    CaucusMessage,

    /// <summary>A message on a desk.</summary>
    DeskMessage,

    /// <summary>A message on a notice board.</summary>
    NoticeMessage,

    /// <summary>A security incident.</summary>
    Incident,

    /// <summary>A security incident with protection detail (sexual violence): never leaves the humanitarian side.</summary>
    ProtectionIncident,

    /// <summary>An access-constraint notice.</summary>
    AccessConstraint,

    /// <summary>A movement notification.</summary>
    Movement,

    /// <summary>A static-site notification.</summary>
    Site,

    /// <summary>An advisory: route status, closure, hazard, airspace, activity with civilian impact.</summary>
    Advisory,
}
