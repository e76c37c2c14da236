using System.Data.Common;
using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Features;

/// <summary>Where an item stands for others than the asker, and what coordinators decided, as far as the asker may know of those audiences.</summary>
internal sealed record OtherAudiences(IReadOnlyList<ExplainItem.Other> Standing, IReadOnlyList<ExplainItem.Past>? Decisions)
{
    private const int MostDecisions = 100;

    public static async Task<OtherAudiences> ReadAsync(
        DbConnection connection, ItemVersioned item, ChannelState channel, Audience asker, Rulings rulings, DateTimeOffset now)
    {
        var held = await HeldRows.OfItemAsync(connection, item.Item);
        var reviews = await ReviewRows.LatestAsync(connection, item.Item);
        var releases = await ReleaseRows.OfItemAsync(connection, item.Item);
        var recalls = await RecallRows.OfItemAsync(connection, item.Item);
        var widenings = Consents.Counting(item, await WideningRows.OfItemAsync(connection, item.Item));
        var standing = new Circumstances(Consents.On(item, widenings), item.Expires <= now, channel, reviews, releases, recalls, widenings, rulings);

        // Across sides one line for all of a side: who exactly is in the room is not for the other side to know.
        var isHumanitarian = ConstituencyNames.SideOf(asker.Constituency) == Side.Humanitarian;
        var present = (await StreamRows.OfChannelAsync(connection, channel.Channel))
            .Where(stream => stream.Scope == (long)StreamScope.Audience)
            .Select(stream => (Audience: Audience.Parse(stream.Subject), Holds: held.ContainsKey(stream.Stream)))
            .Where(other => other.Audience != asker && AudienceKnowledge.MayKnow(asker, other.Audience));
        var others = (isHumanitarian ? present : HumanitarianSide.In(channel).Select(audience => (Audience: audience, Holds: standing.WouldHold(audience))))
            .GroupBy(other => isHumanitarian ? other.Audience.ToString() : AudienceKnowledge.NameOf(other.Audience), StringComparer.Ordinal)
            .Select(named => standing.Of(named.Key, named.First().Audience, named.Any(other => other.Holds)))
            .Select(line => isHumanitarian ? line : line with { Since = null });
        return new OtherAudiences([.. others], isHumanitarian ? await DecisionsAsync(connection, item.Item) : null);
    }

    /// <summary>
    /// What coordinators decided, for the humanitarian side alone: how often they decided tells another side who joined, and a name who decided. An
    /// owner there reads in its item what went and why.
    /// </summary>
    private static async Task<IReadOnlyList<ExplainItem.Past>> DecisionsAsync(DbConnection connection, string item) =>
        [.. (await ReviewRows.DecidedAsync(connection, item, MostDecisions)).Select(Describe)];

    private static ExplainItem.Past Describe(ReviewRow row)
    {
        var record = ReviewRecord.Read(row.Record);
        var edited = (record?.Views ?? []).Where(view => view.Released is not null).ToList();
        return new ExplainItem.Past(
            row.Target,
            row.Progress == ReviewState.Returned ? "returned" : "released",
            Instants.FromMicroseconds(row.DecidedAt ?? row.OpenedAt),
            record?.By,
            row.Note,
            edited.Count > 0,
            [.. edited.Select(view => new ExplainItem.PastView(view.Proposed, view.Released))]);
    }

    /// <summary>Everything that decides where an item stands for one audience.</summary>
    private sealed record Circumstances(
        ItemVersioned Item,
        bool IsOver,
        ChannelState Channel,
        IReadOnlyDictionary<string, ReviewRow> Reviews,
        IReadOnlyDictionary<string, ReleaseRow> Releases,
        IReadOnlyDictionary<string, RecallRow> Recalls,
        IReadOnlyList<WideningRow> Widenings,
        Rulings Rulings)
    {
        public ExplainItem.Other Of(string name, Audience audience, bool holds)
        {
            var review = Reviews.GetValueOrDefault(Targets.Of(audience));
            var widening = Widenings.FirstOrDefault(row => string.Equals(row.Target, Targets.Of(audience), StringComparison.Ordinal));
            return review switch
            {
                { Progress: ReviewState.Open } => Line(name, "in-review", Explanations.InReview(name), review.OpenedAt),
                _ when holds => Line(name, "shown", HowShown(name, audience, widening)),
                _ when Recalls.GetValueOrDefault(Targets.Of(audience)) is { } recall => Line(name, "recalled", Explanations.Recalled(name), recall.At, recall.Reason),
                { Progress: ReviewState.Returned } => Line(name, "returned", Explanations.Returned(name), review.DecidedAt, review.Note),
                _ when widening?.Progress == WideningState.Asked => Line(name, "withheld", Explanations.Asked(name), widening.AskedAt),
                _ => Line(name, "withheld", WhyNot(name, audience)),
            };
        }

        /// <summary>Whether the audience has it if somebody of it is there: by what the rules let go at once, or by a coordinator's release.</summary>
        public bool WouldHold(Audience audience)
        {
            var isGone = IsOver || Item.Status is ItemStatus.Withdrawn or ItemStatus.Expired or ItemStatus.Quarantined;
            return !isGone && (Releases.ContainsKey(audience.ToString())
                ? Rulings.Decide(Item, Channel, audience, organisation: null).IsVisible
                : !Recalls.ContainsKey(Targets.Of(audience)) && Rulings.Immediate(Item, Channel, audience).IsVisible);
        }

        private Said HowShown(string name, Audience audience, WideningRow? widening) =>
            Releases.GetValueOrDefault(audience.ToString())?.Redaction is not null ? Explanations.Edited(name)
            : widening?.Progress == WideningState.Consented ? Explanations.Widened(name)
            : Explanations.Shown(name);

        private Said WhyNot(string name, Audience audience) => Item.Status switch
        {
            ItemStatus.Withdrawn => Explanations.Withdrawn,
            _ when IsOver => Explanations.Expired,
            _ when !Channel.Admits(audience) => Explanations.NotInTheRoom(name),
            _ => Explanations.Withheld(name, Rulings.Rule(Item, Channel, audience)),
        };

        private static ExplainItem.Other Line(string name, string state, Said said, long? since = null, string? reason = null) => new(
            name, state, said.Sentence, said.Code, said.Parameters, since is { } at ? Instants.FromMicroseconds(at) : null, reason);
    }
}
