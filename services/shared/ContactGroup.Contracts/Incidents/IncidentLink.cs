namespace ContactGroup.Contracts.Incidents;

/// <summary>
/// What an incident keeps of the notification that it affects, beside its id. INVARIANT: no field of the schema has these names, so that no view shows them:
/// the link is in another room than the notification, and only release tells of it, to who holds both.
/// </summary>
public static class IncidentLink
{
    /// <summary>The version of the notification that the reporter held: a whole number, from 1.</summary>
    public const string Version = "linkedVersion";

    /// <summary>SHA-256 of the very view that the reporter held, hexadecimal. Shown to nobody: it would tell what kind of reader reported.</summary>
    public const string Hash = "linkedHash";
}
