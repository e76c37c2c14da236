using ContactGroup.Contracts.Incidents;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain.Records;

/// <summary>
/// Keeps the record of a notification when an incident is linked to it, in the transaction that takes the incident in. INVARIANT: once for each incident and
/// item, whatever becomes of either; and nobody's stream, view or answer changes by it.
/// </summary>
internal sealed class Evidence(NotificationRecord records, ILogger<Evidence> log)
{
    /// <summary>The item that an incident says it affects; null for every other item, and for one that was emptied.</summary>
    public static string? AffectedBy(ItemVersioned incident) =>
        string.Equals(incident.Kind, IncidentSchema.Schema.Kind, StringComparison.Ordinal) ? ItemRows.ParentOf(incident) : null;

    /// <summary>The version of it that the reporter held; no field of the schema, so that no view ever shows it.</summary>
    public static int? VersionOf(ItemVersioned incident) => (int?)incident.Content[IncidentLink.Version];

    public async Task KeepAsync(WriteScope scope, ItemVersioned incident)
    {
        if (incident.Status == ItemStatus.Withdrawn
            || AffectedBy(incident) is not { } affected
            || await EvidenceRows.IsThereAsync(scope.Connection, affected, incident.Item)
            || await ItemRows.FindAsync(scope.Connection, affected) is not { } notification
            || await records.WriteAsync(scope.Connection, notification, new ForIncident(incident.Item, VersionOf(incident))) is not { } record)
        {
            return;
        }

        await EvidenceRows.AddAsync(scope.Connection, affected, incident.Item, scope.Now.ToMicroseconds(), record);
        scope.AfterCommit(() => ReleaseLog.EvidenceKept(log, affected, incident.Item));
    }
}
