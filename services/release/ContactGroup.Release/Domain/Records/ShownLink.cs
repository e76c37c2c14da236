using System.Data.Common;
using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain.Records;

/// <summary>The notification that an incident says it affects, as a reader may be told.</summary>
/// <param name="Affected">The notification as the reader holds it.</param>
/// <param name="Version">The version that the reporter held.</param>
internal sealed record ShownLink(VisibleItem Affected, int? Version)
{
    /// <summary>
    /// The link, for who holds both items now and is given by the policy what an incident affected. INVARIANT: it never leaves the side that reported the
    /// incident: a force learns neither that a report speaks of a notification, nor that there is one.
    /// </summary>
    public static async Task<ShownLink?> FindAsync(
        DbConnection connection, WhoAsks who, IReadOnlyList<ReadableStream> mine, string incident, DateTimeOffset now)
    {
        if (await VisibleItems.FindAsync(connection, mine, incident, now) is not { } report
            || await ItemRows.FindAsync(connection, incident) is not { } source)
        {
            return null;
        }

        var shown = await IsShownAsync(connection, who, report, source) ? Evidence.AffectedBy(source) : null;

        // Looked for in any case: how long the answer takes tells nothing of whether there is a link.
        var affected = await VisibleItems.FindAsync(connection, mine, shown ?? Ids.New(), now);
        return affected is not null && NotificationRecord.Kinds.Contains(affected.Kind, StringComparer.Ordinal)
            ? new ShownLink(affected, Evidence.VersionOf(source))
            : null;
    }

    private static async Task<bool> IsShownAsync(DbConnection connection, WhoAsks who, VisibleItem report, ItemVersioned source)
    {
        var held = await HeldRows.InStreamAsync(connection, report.Stream, report.Item);
        return held is not null
            && source.Status != ItemStatus.Withdrawn
            && AudienceKnowledge.IsOwnSide(Rulings.OriginOf(source).Audience, new Audience(who.Constituency, who.Force))
            && Disclosure.FromBits((ulong)held.Disclosure)[FieldClass.Asset] == Grain.Full;
    }
}
