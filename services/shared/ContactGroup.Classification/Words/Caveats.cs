namespace ContactGroup.Classification;

/// <summary>Handling caveats an author attaches to an item. They never widen anything. Source: handling practice of contact groups; see the glossary.</summary>
[Flags]
public enum Caveats
{
    /// <summary>No caveat.</summary>
    None = 0,

    /// <summary>Chatham House Rule: the information may be used, neither speaker nor organisation may be revealed.</summary>
    Unattributed = 1,

    /// <summary>Belongs to an exercise.</summary>
    Exercise = 2,

    /// <summary>The originator is hidden from everyone but its own organisation and coordination.</summary>
    OriginHidden = 4,

    /// <summary>May be read, not exported.</summary>
    NoExport = 8,

    /// <summary>Is withdrawn from everyone but its owner at an instant the author set.</summary>
    Expires = 16,
}
