namespace ContactGroup.Movements.Domain;

/// <summary>An audience to tell, such as <c>military:northern-force</c>, and that the owner consents to telling it.</summary>
internal sealed record Recipient(string? Audience, bool? Consent);
