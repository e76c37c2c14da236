using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>
/// Puts a change of rules in force: in one transaction the new state, the closing of every stream that may hold more than it gives, and the holding back
/// of what others are to get. INVARIANT: tighten first, then loosen; from this commit on nobody reads more than the stricter of both gives.
/// </summary>
internal sealed class RuleBarrier(Arrivals arrivals, Rulings rulings, Isolation isolation, TimeProvider clock)
{
    /// <summary>From a change of rules until the first of what it gives appears: longer than looking at all items takes, so that it does not tell how many there are.</summary>
    public static readonly TimeSpan UntilLoosening = TimeSpan.FromSeconds(5);

    /// <summary>Takes over a channel's state unless a newer one is there. False when nothing changed.</summary>
    public async Task<bool> FollowAsync(WriteScope scope, ChannelChanged changed)
    {
        await PolicyRows.RequireAsync(scope.Connection, rulings.Table);
        var before = await ChannelRows.FindAsync(scope.Connection, changed.Channel);
        if (!await ChannelRows.UpsertAsync(scope.Connection, changed))
        {
            return false;
        }

        var now = (await ChannelRows.FindAsync(scope.Connection, changed.Channel))!;
        var look = await StreamRows.EnsureAsync(scope.Connection, now) || before is null;
        if (before is not null)
        {
            look |= await ShiftAsync(scope, now, audience => Shifts.Between(rulings.Table, before, rulings.Table, now, audience));
        }

        if (look)
        {
            await Reevaluation.RequestAsync(scope.Connection, now.Channel);
        }

        var rooms = new Rooms(scope.Connection); // The channel is as it will be.
        foreach (var item in await WaitingRows.TakeAsync(scope.Connection, now.Channel))
        {
            // One that fails must not keep a stricter posture from coming into force, and must not be lost either: it waits on.
            if (!await isolation.TryAsync(scope, item.Item, () => TakeAsync(scope, item, rooms)))
            {
                await WaitingRows.AddAsync(scope.Connection, item);
            }
        }

        return true;
    }

    // Each by itself: what appears of one is undone with it.
    private async Task TakeAsync(WriteScope scope, ItemVersioned item, Rooms rooms)
    {
        var views = new FirstViews(scope);
        await arrivals.TakeAsync(scope, item, rooms, views);
        await views.WriteAsync();
    }

    /// <summary>Closes the streams that shrink and holds back those that grow. True when one does.</summary>
    public async Task<bool> ShiftAsync(WriteScope scope, ChannelState channel, Func<Audience, RuleShift> shiftOf)
    {
        var shifted = false;
        var notBefore = (clock.GetUtcNow() + UntilLoosening).ToMicroseconds();
        var waiting = await BarrierRows.LooseningAsync(scope.Connection, channel.Channel);
        foreach (var stream in await StreamRows.OfChannelAsync(scope.Connection, channel.Channel))
        {
            if (stream.Scope != (long)StreamScope.Audience)
            {
                continue; // An owner's own are not concerned; the review queue shows no content.
            }

            var shift = shiftOf(Audience.Parse(stream.Subject));
            if (shift.HasFlag(RuleShift.Shrinks))
            {
                await BarrierRows.TightenAsync(scope.Connection, stream.Stream, channel.Channel);
            }

            // A loosening that was under way stops here and is collected anew, by the newest rules.
            if (shift != RuleShift.None || waiting.Contains(stream.Stream))
            {
                await BarrierRows.HoldBackAsync(scope.Connection, stream.Stream, channel.Channel, notBefore);
                shifted = true;
            }
        }

        return shifted;
    }
}
