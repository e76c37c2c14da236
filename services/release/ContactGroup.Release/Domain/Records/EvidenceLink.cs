namespace ContactGroup.Release.Domain.Records;

/// <summary>An incident that was linked to a notification.</summary>
/// <param name="Item">The notification.</param>
/// <param name="Incident">The incident.</param>
/// <param name="Organisation">Whose report it is.</param>
/// <param name="Version">The version that its reporter held then; null when that was not told.</param>
internal sealed record EvidenceLink(string Item, string Incident, string Organisation, int? Version);
