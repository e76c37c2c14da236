using System.Text.Json.Nodes;
using ContactGroup.Contracts.Incidents;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain.Records;

/// <summary>
/// Keeps the record of a notification when an incident is linked to it, in the transaction that takes the incident in. INVARIANT: once for each incident and
/// item, whatever becomes of either; nobody's stream, view or answer changes by it; and an incident comes in whether its record can be kept or not. What
/// cannot be kept at once, or would hold up what others write, is kept a little later by <see cref="EvidenceKeeping"/>.
/// </summary>
internal sealed class Evidence(NotificationRecord records, ILogger<Evidence> log)
{
    /// <summary>Most incidents of one organisation in a day that are linked to one notification and have their record in the same moment.</summary>
    public const int MostOfItem = 20;

    /// <summary>Most incidents of one organisation in a day, linked to whatever, that have their record in the same moment.</summary>
    public const int MostOfDay = 100;

    /// <summary>So many incidents of one organisation whose record waits are told in the log, when they become so many. All of them are kept, however many more: a row that waits is less than its incident.</summary>
    public const int ManyDue = 500;

    // A longer history is read beside the writer.
    private const int MostVersions = 2_000;
    private static readonly TimeSpan AfterMany = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestAfterMany = TimeSpan.FromHours(6);

    /// <summary>The item that an incident says it affects; null for every other item, and for one that was emptied.</summary>
    public static string? AffectedBy(ItemVersioned incident) =>
        string.Equals(incident.Kind, IncidentSchema.Schema.Kind, StringComparison.Ordinal) ? ItemRows.ParentOf(incident) : null;

    /// <summary>The version of it that the reporter held; no field of the schema, so that no view ever shows it.</summary>
    public static int? VersionOf(ItemVersioned incident) =>
        incident.Content[IncidentLink.Version] is JsonValue value && value.TryGetValue(out int version) ? version : null;

    public async Task KeepAsync(WriteScope scope, ItemVersioned incident)
    {
        if (incident.Status == ItemStatus.Withdrawn
            || AffectedBy(incident) is not { } affected
            || await EvidenceRows.AtAsync(scope.Connection, affected, incident.Item) is not null)
        {
            return;
        }

        var link = new EvidenceLink(affected, incident.Item, incident.Origin.Organisation, VersionOf(incident));
        try
        {
            await scope.PartAsync(() => KeepAsync(scope, link));
        }
        catch (Exception fault) when (fault is not StoreUnavailableException)
        {
            scope.AfterCommit(() => ReleaseLog.EvidencePutOff(log, affected, incident.Item, fault.GetType().Name));
            await PutOffAsync(scope, link, scope.Now);
        }
    }

    private async Task KeepAsync(WriteScope scope, EvidenceLink link)
    {
        var (all, ofItem) = await EvidenceRows.CountAsync(scope.Connection, link, (scope.Now - TimeSpan.FromDays(1)).ToMicroseconds());
        if (all >= MostOfDay || ofItem >= MostOfItem)
        {
            await PutOffAsync(scope, link, scope.Now + After(all, ofItem));
            return;
        }

        if (await ItemRows.FindAsync(scope.Connection, link.Item) is not { } notification || !NotificationRecord.IsOf(notification))
        {
            return;
        }

        var sources = await records.SourcesAsync(scope.Connection, notification);
        var record = await EvidenceRows.SameAsync(scope.Connection, link.Item, sources.State);
        if (record is null && sources.Versions > MostVersions)
        {
            await PutOffAsync(scope, link, scope.Now);
            return;
        }

        var now = scope.Now.ToMicroseconds();
        record ??= await EvidenceRows.AddAsync(scope.Connection, link.Item, sources.State, now, await records.WriteAsync(scope.Connection, notification, sources));
        await EvidenceRows.LinkAsync(scope.Connection, link, now, record.Value);
        scope.AfterCommit(() => ReleaseLog.EvidenceKept(log, link.Item, link.Incident));
    }

    // The more there were, the later: who links without end does not have records made without end.
    private static TimeSpan After(long all, long ofItem)
    {
        var after = AfterMany * Math.Max(all / MostOfDay, ofItem / MostOfItem);
        return after < LongestAfterMany ? after : LongestAfterMany;
    }

    private async Task PutOffAsync(WriteScope scope, EvidenceLink link, DateTimeOffset next)
    {
        var added = await EvidenceDueRows.AddAsync(scope.Connection, link, next.ToMicroseconds());
        if (added == 1 && await EvidenceDueRows.CountAsync(scope.Connection, link.Organisation, most: ManyDue + 1) == ManyDue)
        {
            scope.AfterCommit(() => ReleaseLog.EvidenceWaits(log, ManyDue, link.Organisation));
        }
    }
}
