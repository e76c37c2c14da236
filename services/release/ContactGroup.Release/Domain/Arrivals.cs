using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain.Records;

namespace ContactGroup.Release.Domain;

/// <summary>The one way by which content comes in: emptied when it is marked, held where its author was shown less, kept until its channel is known.</summary>
internal sealed class Arrivals(Releaser releaser, Forecasts forecasts, Fingerprints fingerprints, Evidence evidence, ILogger<Arrivals> log)
{
    /// <summary>
    /// Applies an item whose channel is known as its writer saw it, or later; one that is ahead waits. INVARIANT: an item is never judged by an older
    /// state of its channel than it was written under, so a posture that was tightened cannot be outrun. A withdrawal gives nobody anything by any state
    /// and waits for none: what narrows never waits.
    /// </summary>
    public async Task TakeAsync(WriteScope scope, ItemVersioned arrived, Rooms rooms)
    {
        var item = Quarantine.Keep(arrived);
        if (await rooms.FindAsync(item.Channel) is not { } channel
            || (channel.Version < item.ChannelVersion && item.Status != ItemStatus.Withdrawn))
        {
            await WaitingRows.AddAsync(scope.Connection, item);
            return;
        }

        var before = item.Version > 1 ? await ItemRows.FindAsync(scope.Connection, item.Item) : null;
        if (before is not null)
        {
            await LabelRows.AddAsync(scope.Connection, before); // Of a version from before labels were kept.
        }

        await Acknowledged.KeepAsync(scope.Connection, item);
        await evidence.KeepAsync(scope, item);
        await WriterRows.AddAsync(scope.Connection, item);
        var isNewer = await ItemRows.UpsertAsync(scope.Connection, item with { AudienceShown = null });
        if (isNewer && item.Version > (before?.Version ?? 0) + 1)
        {
            // Versions before it are still on their way. Until it is known how far they went, it goes no further by itself than to its own side.
            await LabelRows.AddAsync(scope.Connection, item with { ReleaseTo = ["own-side"] });
        }

        var isRelabelled = await LabelRows.AddAsync(scope.Connection, item);
        if (!isNewer && isRelabelled && await ItemRows.FindAsync(scope.Connection, item.Item) is { } present)
        {
            await releaser.ApplyAsync(scope, channel, present, rooms); // A version that was overtaken on its way still says how far the item once went.
        }

        if (isNewer)
        {
            await BlobRows.FollowAsync(scope.Connection, item);
            await NoteUnconfirmedAsync(scope, channel, item, rooms);

            // A first version is newer than nothing only: had anything been there of the item, it would have been a version of it.
            await releaser.ApplyAsync(scope, channel, item, rooms, isFirst: item.Version == 1, hasArrived: true);
            if (item.Status == ItemStatus.Quarantined)
            {
                scope.AfterCommit(() => ReleaseLog.Quarantined(log, item.Item, item.Version));
            }
        }
    }

    /// <summary>
    /// Between the check and this moment the audience may have widened. What the author was not shown then waits for a coordinator, also in later
    /// versions that nobody was shown anything of. Narrower needs nothing.
    /// </summary>
    private async Task NoteUnconfirmedAsync(WriteScope scope, ChannelState channel, ItemVersioned item, Rooms rooms)
    {
        if (item.AudienceShown is not { } shown || ItemSchemas.Find(item.Kind) is null)
        {
            return;
        }

        var outcomes = await forecasts.OfAsync(rooms, channel, item);
        var wider = fingerprints.Wider(shown, person: null, item.Channel, forecasts.Policy, outcomes);
        await UnconfirmedRows.ReplaceAsync(scope.Connection, item, wider.Select(outcome => outcome.Audience.ToString()));
        if (wider.Count > 0)
        {
            scope.AfterCommit(() => ReleaseLog.Unconfirmed(log, item.Item, wider.Count));
        }
    }
}
