namespace ContactGroup.Identity.Domain;

/// <summary>An invitation to an organisation, or to administer the deployment when there is none. Never both: that is invariant 8.</summary>
internal sealed record Invitation(string? Organisation, DateTimeOffset ExpiresAt);
