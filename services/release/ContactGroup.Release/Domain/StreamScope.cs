namespace ContactGroup.Release.Domain;

/// <summary>Whose stream it is. Stored as a number: never renumber.</summary>
internal enum StreamScope
{
    /// <summary>Everybody of one audience in a channel.</summary>
    Audience = 1,

    /// <summary>One organisation's own items, and those that name it, in a channel.</summary>
    Organisation = 2,

    /// <summary>What waits for a coordinator in a channel.</summary>
    Review = 3,
}

/// <summary>What an entry does to what its reader holds. Stored as a number: never renumber.</summary>
internal enum EntryOp
{
    /// <summary>The item appears.</summary>
    Put = 1,

    /// <summary>The item's view changes.</summary>
    Replace = 2,

    /// <summary>The item disappears.</summary>
    Recall = 3,
}
