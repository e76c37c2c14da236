using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;
using Dapper;

namespace ContactGroup.Release.Domain;

/// <summary>
/// Brings what one audience's stream holds of an item in line with the rules of now: to tighten it, where it never gets more, or to loosen it. Looks at
/// no other stream, so that how long it takes depends on what this audience holds and on nothing else.
/// </summary>
internal sealed class OneStream(Rulings rulings, Outcomes decide, Narrowing narrowing, TimeProvider clock)
{
    /// <summary>Limits or takes back what the stream holds of an item, and of the replies that showed it as their parent.</summary>
    public async Task TightenAsync(WriteScope scope, ChannelState channel, string stream, Audience audience, string item)
    {
        var left = new Queue<string>([item]);
        while (left.TryDequeue(out var next))
        {
            if (await WorkAsync(scope, channel, stream, next) is { } work && work.Held.ContainsKey(stream) && await TightenAsync(work, stream, audience))
            {
                foreach (var reply in await RepliesAsync(scope, next))
                {
                    left.Enqueue(reply);
                }
            }
        }
    }

    /// <summary>
    /// Lets the stream have what the rules of now give of an item. Replies that it holds already show from then on that they are replies: later, with the
    /// next change of theirs, it would tell of that change.
    /// </summary>
    public async Task LoosenAsync(WriteScope scope, ChannelState channel, string stream, Audience audience, string item)
    {
        await PolicyRows.RequireAsync(scope.Connection, rulings.Table);
        if (await WorkAsync(scope, channel, stream, item) is { } work)
        {
            var outcome = decide.For(work, stream, audience);
            if (Keeps(work, stream, outcome) || Settlement.ViewFor(outcome) is not { } view)
            {
                return;
            }

            var hasAppeared = await work.ShowAsync(stream, view, Settlement.DisclosureFor(outcome));
            await Reaching.TellAsync(work, stream, outcome);
            if (hasAppeared)
            {
                foreach (var reply in await RepliesAsync(scope, item))
                {
                    if (await WorkAsync(scope, channel, stream, reply) is { } shown && shown.Held.ContainsKey(stream))
                    {
                        await TightenAsync(shown, stream, audience); // Gives no more of it than now, but for the reference.
                    }
                }
            }
        }
    }

    private static async Task<IReadOnlyList<string>> RepliesAsync(WriteScope scope, string item) =>
        (await scope.Connection.QueryAsync<string>("SELECT item FROM items WHERE parent = @item ORDER BY ord", new { item })).AsList();

    /// <summary>True when the item is gone from the stream.</summary>
    private async Task<bool> TightenAsync(ItemWork work, string stream, Audience audience)
    {
        var outcome = decide.For(work, stream, audience);
        if (Keeps(work, stream, outcome))
        {
            return false;
        }

        var (view, disclosure) = narrowing.Of(work, stream, outcome);
        await work.ShowAsync(stream, view, disclosure);
        return view is null;
    }

    /// <summary>
    /// What a coordinator released stays while a later version waits for one, as far as the rules of now still give it. What nobody looked at because it
    /// was automatic does not: by the new rules somebody must.
    /// </summary>
    private static bool Keeps(ItemWork work, string stream, AudienceOutcome outcome) =>
        work.Releases.ContainsKey(outcome.Audience.ToString()) && Settlement.KeepsWhatItHolds(work, stream, outcome);

    private async Task<ItemWork?> WorkAsync(WriteScope scope, ChannelState channel, string stream, string id)
    {
        if (await ItemRows.FindAsync(scope.Connection, id) is not { } item
            || !string.Equals(item.Channel, channel.Channel, StringComparison.Ordinal))
        {
            return null;
        }

        var widenings = Consents.Counting(item, await WideningRows.OfItemAsync(scope.Connection, id));
        item = Consents.On(item, widenings);
        var now = clock.GetUtcNow();
        var over = item.Expires <= now || (item.Expires is not null && await ItemRows.HasExpiredAsync(scope.Connection, item));
        item = over ? item with { Status = ItemStatus.Expired } : item;
        if (ItemSchemas.Find(item.Kind) is not { } schema)
        {
            return null;
        }

        var held = await HeldRows.InStreamAsync(scope.Connection, stream, id);
        var parent = ItemRows.ParentOf(item);
        var holdsParent = parent is not null && await HeldRows.InStreamAsync(scope.Connection, stream, parent) is not null;
        var at = now.ToMicroseconds();
        return new ItemWork(
            scope,
            new StreamAppender(scope, at),
            channel,
            item,
            schema,
            [],
            held is null ? new Dictionary<string, HeldRow>(StringComparer.Ordinal) : new Dictionary<string, HeldRow>(StringComparer.Ordinal) { [stream] = held },
            holdsParent ? new HashSet<string>(StringComparer.Ordinal) { stream } : [],
            await ReleaseRows.OfItemAsync(scope.Connection, id),
            await RecallRows.OfItemAsync(scope.Connection, id),
            await UnconfirmedRows.OfItemAsync(scope.Connection, id),
            await LabelRows.OfItemAsync(scope.Connection, id),
            widenings,
            at);
    }
}
