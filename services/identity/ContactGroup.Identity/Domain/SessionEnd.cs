namespace ContactGroup.Identity.Domain;

/// <summary>Why a session ended before its time, as stored and logged.</summary>
internal static class SessionEnd
{
    public const string SignedOut = "signed-out";
    public const string RefreshReused = "refresh-reused";
    public const string Suspended = "suspended";
    public const string OrganisationChanged = "organisation-changed";
}
