namespace ContactGroup.Classification;

/// <summary>What an audience is to an item. Computed by <see cref="Relations.Between"/>.</summary>
public enum Relation : byte
{
    /// <summary>Not known; withheld from.</summary>
    Unknown = 0,

    /// <summary>The organisation that wrote it.</summary>
    Owner,

    /// <summary>Humanitarian: the humanitarian side. Military: the same force. Police: police. Political: the same constituency.</summary>
    OwnSide,

    /// <summary>Named as a recipient, as an audience or as an organisation.</summary>
    Named,

    /// <summary>Anyone else, another force included.</summary>
    Other,
}
