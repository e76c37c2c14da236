using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain.Records;

namespace ContactGroup.Release.Domain;

/// <summary>The one way by which content comes in: emptied when it is marked, held where its author was shown less, kept until its channel is known.</summary>
internal sealed class Arrivals(Releaser releaser, Forecasts forecasts, Fingerprints fingerprints, Evidence evidence, ILogger<Arrivals> log)
{
    /// <summary>
    /// Takes items that came together, in the order in which they came. Several in a row that are the first of their items and stand alone are stored by one statement:
    /// nothing of them can depend on another of them.
    /// </summary>
    /// <param name="scope">The caller's transaction.</param>
    /// <param name="arrived">The items.</param>
    /// <param name="rooms">What this turn read of rooms.</param>
    /// <param name="together">Where what appears is collected; the caller writes it at the end.</param>
    public async Task TakeAsync(WriteScope scope, IReadOnlyList<ItemVersioned> arrived, Rooms rooms, FirstViews together)
    {
        ItemVersioned[] items = [.. arrived.Select(Quarantine.Keep)];
        for (var next = 0; next < items.Length;)
        {
            var firsts = await FirstsAsync(new ArraySegment<ItemVersioned>(items)[next..], rooms);
            if (firsts.Count > 1)
            {
                await TakeFirstsAsync(scope, firsts, rooms, together);
                next += firsts.Count;
            }
            else
            {
                await TakeKeptAsync(scope, items[next++], rooms, together);
            }
        }
    }

    /// <summary>
    /// Applies an item whose channel is known as its writer saw it, or later; one that is ahead waits. INVARIANT: an item is never judged by an older
    /// state of its channel than it was written under, so a posture that was tightened cannot be outrun. A withdrawal gives nobody anything by any state
    /// and waits for none: what narrows never waits.
    /// </summary>
    /// <param name="scope">The caller's transaction.</param>
    /// <param name="arrived">The item.</param>
    /// <param name="rooms">What this turn read of rooms.</param>
    /// <param name="together">Where what appears is collected with that of others that came together; the caller writes it at the end.</param>
    public Task TakeAsync(WriteScope scope, ItemVersioned arrived, Rooms rooms, FirstViews together) =>
        TakeKeptAsync(scope, Quarantine.Keep(arrived), rooms, together);

    private async Task TakeKeptAsync(WriteScope scope, ItemVersioned item, Rooms rooms, FirstViews together)
    {
        if (!FirstArrival.StandsAlone(item))
        {
            await together.WriteAsync();
        }

        if (await rooms.FindAsync(item.Channel) is not { } channel || IsAhead(item, channel))
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
        if (await ItemRows.UpsertAsync(scope.Connection, item with { AudienceShown = null }) is not { } hasReplies)
        {
            await TakeOvertakenAsync(scope, channel, item, rooms, together);
        }
        else if (item.Version == 1)
        {
            await TakeFirstAsync(scope, channel, item, rooms, together, hasReplies);
        }
        else
        {
            await TakeNewerAsync(scope, channel, item, rooms, isNext: item.Version == (before?.Version ?? 0) + 1);
        }
    }

    private static bool IsAhead(ItemVersioned item, ChannelState channel) =>
        channel.Version < item.ChannelVersion && item.Status != ItemStatus.Withdrawn;

    // As many as there are in a row, each of another item.
    private static async Task<IReadOnlyList<ItemVersioned>> FirstsAsync(ArraySegment<ItemVersioned> items, Rooms rooms)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (!FirstArrival.StandsAlone(item) || item.Expires is not null || await rooms.FindAsync(item.Channel) is not { } channel || IsAhead(item, channel)
                || !ids.Add(item.Item))
            {
                break;
            }
        }

        return items[..ids.Count];
    }

    private async Task TakeFirstsAsync(WriteScope scope, IReadOnlyList<ItemVersioned> firsts, Rooms rooms, FirstViews together)
    {
        var added = await ItemRows.AddAsync(scope.Connection, [.. firsts.Select(item => item with { AudienceShown = null })]);
        foreach (var item in firsts)
        {
            var channel = (await rooms.FindAsync(item.Channel))!;
            await Acknowledged.KeepAsync(scope.Connection, item);
            await (added.TryGetValue(item.Item, out var hasReplies)
                ? TakeFirstAsync(scope, channel, item, rooms, together, hasReplies)
                : TakeOvertakenAsync(scope, channel, item, rooms, together));
        }
    }

    // A version that was overtaken on its way still says how far the item once went.
    private async Task TakeOvertakenAsync(WriteScope scope, ChannelState channel, ItemVersioned item, Rooms rooms, FirstViews together)
    {
        await together.WriteAsync();
        await WriterRows.AddAsync(scope.Connection, item);
        if (await LabelRows.AddAsync(scope.Connection, item) && await ItemRows.FindAsync(scope.Connection, item.Item) is { } present)
        {
            await releaser.ApplyAsync(scope, channel, present, rooms);
        }
    }

    // A first version is newer than nothing only: had anything been there of the item, it would have been a version of it.
    private async Task TakeFirstAsync(WriteScope scope, ChannelState channel, ItemVersioned item, Rooms rooms, FirstViews together, bool hasReplies)
    {
        WriterRows.Add(together, item);
        LabelRows.Add(together, item);
        await BlobRows.FollowAsync(scope.Connection, item);
        var unconfirmed = await NoteUnconfirmedAsync(scope, channel, item, rooms);
        await releaser.ApplyAsync(
            scope, channel, item, rooms, new FirstArrival(LabelRow.Of(item), unconfirmed.ToHashSet(StringComparer.Ordinal), hasReplies, together), hasArrived: true);
        NoteQuarantined(scope, item);
    }

    private async Task TakeNewerAsync(WriteScope scope, ChannelState channel, ItemVersioned item, Rooms rooms, bool isNext)
    {
        await WriterRows.AddAsync(scope.Connection, item);
        if (!isNext)
        {
            // Versions before it are still on their way. Until it is known how far they went, it goes no further by itself than to its own side.
            await LabelRows.AddAsync(scope.Connection, item with { ReleaseTo = ["own-side"] });
        }

        await LabelRows.AddAsync(scope.Connection, item);
        await BlobRows.FollowAsync(scope.Connection, item);
        await NoteUnconfirmedAsync(scope, channel, item, rooms);
        await releaser.ApplyAsync(scope, channel, item, rooms, hasArrived: true);
        NoteQuarantined(scope, item);
    }

    private void NoteQuarantined(WriteScope scope, ItemVersioned item)
    {
        if (item.Status == ItemStatus.Quarantined)
        {
            scope.AfterCommit(() => ReleaseLog.Quarantined(log, item.Item, item.Version));
        }
    }

    /// <summary>
    /// Between the check and this moment the audience may have widened. What the author was not shown then waits for a coordinator, also in later
    /// versions that nobody was shown anything of. Narrower needs nothing.
    /// </summary>
    private async Task<IReadOnlyCollection<string>> NoteUnconfirmedAsync(WriteScope scope, ChannelState channel, ItemVersioned item, Rooms rooms)
    {
        if (item.AudienceShown is not { } shown || ItemSchemas.Find(item.Kind) is null)
        {
            return [];
        }

        var outcomes = await forecasts.OfAsync(rooms, channel, item);
        var wider = fingerprints.Wider(shown, person: null, item.Channel, forecasts.Policy, outcomes);
        List<string> unconfirmed = [.. wider.Select(outcome => outcome.Audience.ToString())];
        await UnconfirmedRows.ReplaceAsync(scope.Connection, item, unconfirmed);
        if (unconfirmed.Count > 0)
        {
            scope.AfterCommit(() => ReleaseLog.Unconfirmed(log, item.Item, unconfirmed.Count));
        }

        return unconfirmed;
    }
}
