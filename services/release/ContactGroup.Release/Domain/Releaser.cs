using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>
/// Brings what every audience of a channel holds of an item in line with what it may hold now: decided once per audience, built once per distinct view,
/// written only where something changes. A new version, a coordinator's decision, a receipt and a change of posture all come through here.
/// </summary>
internal sealed class Releaser(Rulings rulings, Outcomes decide, Narrowing narrowing, TimeProvider clock)
{
    /// <summary>
    /// Applies the present version of an item inside the caller's transaction. A reply shows that it is one only to those who hold its parent, so its
    /// view follows the parent's coming and going, in the reply's own channel: an item is never looked at with the streams of another.
    /// </summary>
    /// <param name="scope">The caller's transaction.</param>
    /// <param name="channel">The item's channel.</param>
    /// <param name="version">The version.</param>
    /// <param name="rooms">What this turn read of rooms; null to read it.</param>
    /// <param name="first">When nothing was there of the item before this transaction: what is known of it. What appears of it is collected there, and written by the caller at the latest.</param>
    /// <param name="hasArrived">Whether the version came just now, and is not looked at again.</param>
    public async Task ApplyAsync(WriteScope scope, ChannelState channel, ItemVersioned version, Rooms? rooms = null, FirstArrival? first = null, bool hasArrived = false)
    {
        rooms ??= new Rooms(scope.Connection);

        // A list of what is left to do, not recursion: a chain of replies may be as long as people make it.
        var left = new Queue<ItemVersioned>([version]);
        while (left.TryDequeue(out var item))
        {
            var isIt = ReferenceEquals(item, version);
            var arrival = isIt ? first : null;
            var own = string.Equals(item.Channel, channel.Channel, StringComparison.Ordinal)
                ? channel
                : await rooms.FindAsync(item.Channel);
            if (own is not null && await ApplyOneAsync(scope, own, item, rooms, arrival, hasArrived && isIt) && arrival is not { HasReplies: false })
            {
                await (arrival?.Views.WriteAsync() ?? Task.CompletedTask); // Replies are shown by what is held of it.
                foreach (var reply in await ItemRows.ChildrenAsync(scope.Connection, item.Item))
                {
                    left.Enqueue(reply);
                }
            }
        }
    }

    /// <summary>True when the item appeared or disappeared for somebody.</summary>
    private async Task<bool> ApplyOneAsync(WriteScope scope, ChannelState channel, ItemVersioned version, Rooms rooms, FirstArrival? first, bool hasArrived)
    {
        var isFirst = first is not null;
        IReadOnlyList<WideningRow> widenings = isFirst ? [] : Consents.Counting(version, await WideningRows.OfItemAsync(scope.Connection, version.Item));
        var reached = Consents.On(version, widenings);
        var item = await IsOverAsync(scope, version) ? reached with { Status = ItemStatus.Expired } : reached;
        if (ItemSchemas.Find(item.Kind) is not { } schema)
        {
            return false; // A kind this version does not know is withheld from everybody.
        }

        await rooms.RequirePolicyAsync(rulings.Table);
        var at = clock.GetUtcNow().ToMicroseconds();
        var streams = await rooms.StreamsAsync(channel.Channel);
        var held = isFirst ? [] : await HeldRows.OfItemAsync(scope.Connection, item.Item);
        var releases = isFirst ? [] : await ReleaseRows.OfItemAsync(scope.Connection, item.Item);
        var recalls = isFirst ? [] : await RecallRows.OfItemAsync(scope.Connection, item.Item);
        var labels = first is null ? await LabelRows.OfItemAsync(scope.Connection, item.Item) : [first.Label];
        var absent = HumanitarianSide.AbsentFor(item, channel, streams);
        var parents = ItemRows.ParentOf(item) is { } parent ? await HeldRows.StreamsHoldingAsync(scope.Connection, parent) : [];
        var work = new ItemWork(
            scope, new StreamAppender(scope, at), channel, item, schema, streams, held, parents, releases, recalls,
            first?.Unconfirmed ?? await UnconfirmedRows.OfItemAsync(scope.Connection, item.Item), labels, widenings, at)
        {
            IsFirst = isFirst,
            HeldBack = isFirst ? [] : await BarrierRows.HeldBackAsync(scope.Connection, channel.Channel, item.Item),
            Settled = item.Status == ItemStatus.Quarantined ? await QuarantineRows.FindAsync(scope.Connection, item.Item, item.Version) : null,
        };

        var outcomes = AudienceOutcomes(work);
        List<AudienceOutcome> all = [.. outcomes, .. absent.Select(audience => decide.For(work, audience.ToString(), audience))];
        var settled = await ReviewDesk.SettleAsync(work, all);
        var together = first?.Views ?? new FirstViews(scope);
        var moved = await ShowAudiencesAsync(work, outcomes, settled, together);
        moved |= await ShowOrganisationsAsync(work, all, settled, together);
        if (first is null || Reaching.AsksWhoHolds(work))
        {
            await together.WriteAsync();
        }

        await Reaching.TellAsync(work, outcomes, hasArrived);
        await SideHolding.TellAsync(work, outcomes);
        await QuarantineNotice.KeepAsync(work);
        return moved;
    }

    // What expired once stays expired, also when the clock is set back.
    private async Task<bool> IsOverAsync(WriteScope scope, ItemVersioned version) =>
        version.Expires <= clock.GetUtcNow() || (version.Expires is not null && await ItemRows.HasExpiredAsync(scope.Connection, version));

    private List<AudienceOutcome> AudienceOutcomes(ItemWork work) =>
        [.. work.Streams
            .Where(stream => stream.Scope == (long)StreamScope.Audience)
            .Select(stream => decide.For(work, stream.Stream, Audience.Parse(stream.Subject)))];

    private async Task<bool> ShowAudiencesAsync(ItemWork work, List<AudienceOutcome> outcomes, Settlement settled, FirstViews together)
    {
        var moved = false;
        foreach (var outcome in outcomes)
        {
            var stream = work.Stream(StreamScope.Audience, outcome.Audience.ToString());
            if (settled.KeepsUntilReviewed(work, stream, outcome) && !await ShowsDroppedFileAsync(work, stream, outcome))
            {
                continue;
            }

            // INVARIANT: an item from before a change of rules reaches those who get more by it with the loosening and by nothing else.
            if (work.HeldBack.Contains(stream) && Narrowing.Grows(work, stream, outcome))
            {
                await BarrierRows.CollectAsync(work.Scope.Connection, stream, work.Item.Item);
                var (view, disclosure) = narrowing.Of(work, stream, outcome);
                moved |= await work.ShowAsync(stream, view, disclosure, together: together);
                continue;
            }

            moved |= await work.ShowAsync(stream, Settlement.ViewFor(outcome), Settlement.DisclosureFor(outcome), together: together);
        }

        return moved;
    }

    /// <summary>Whether what the stream's readers hold shows a file that the item does not carry any more, or that they may not have any more.</summary>
    private static async Task<bool> ShowsDroppedFileAsync(ItemWork work, string stream, AudienceOutcome outcome)
    {
        var named = await BlobNames.OfAsync(work.Scope.Connection, stream, work.Item.Item);
        return named.Keys.Except(outcome.View!.Files.Select(file => file.File), StringComparer.Ordinal).Any();
    }

    private async Task<bool> ShowOrganisationsAsync(ItemWork work, List<AudienceOutcome> outcomes, Settlement settled, FirstViews together)
    {
        var moved = false;
        var origin = new Audience(work.Item.Origin.Constituency, work.Item.Origin.Force);
        foreach (var stream in work.Streams.Where(stream => stream.Scope == (long)StreamScope.Organisation))
        {
            if (!string.Equals(stream.Subject, Ownership.Subject(work.Item.Origin.Organisation, origin), StringComparison.Ordinal))
            {
                continue; // Organisations named as recipients arrive with notifications; until then only owners read here.
            }

            var disclosure = rulings.Decide(work.Item, work.Channel, origin, work.Item.Origin.Organisation);
            var notes = new OwnerNotes(
                work.Schema.SaysVersion ? null : work.Item.Version,
                settled.NotesFor(origin, outcomes),
                work.IsFirst ? [] : await AcknowledgementRows.NotesAsync(work.Scope.Connection, work.Item.Item, origin),
                WideningNote.For(origin, work.Widenings),
                QuarantineNote.For(origin, work.Settled));
            var view = ViewBuilder.Build(work.Item, work.Schema, origin, disclosure, rulings.Policy, work.ParentHolders.Contains(stream.Stream), notes);
            HistoryRows.Add(together, work.Item, view);
            moved |= await work.ShowAsync(stream.Stream, view, disclosure, isOwner: true, together);
        }

        return moved;
    }
}
