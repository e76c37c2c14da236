using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>
/// What the rules and a coordinator's release come to for one audience. INVARIANT: a release is of bytes that somebody looked at, and what was changed
/// of them stays changed: neither looser rules nor a part that goes at once brings back what a coordinator left out.
/// </summary>
internal sealed class Outcomes(Rulings rulings, ReleaseMeter meter)
{
    public AudienceOutcome For(ItemWork work, string stream, Audience audience)
    {
        meter.Decisions.Add(1);
        var allowed = Rulings.ReachOf(work.Item, audience, organisation: null) == ReleaseReach.Full;
        if (IsGone(work) || !work.Channel.Admits(audience))
        {
            return new AudienceOutcome(audience, Disclosure.Withheld, null, Disclosure.Withheld, null, allowed);
        }

        var disclosure = rulings.Decide(work.Item, work.Channel, audience, organisation: null);
        var byRule = rulings.Immediate(work.Item, work.Channel, audience);
        var immediate = OnceGiven(work, audience, byRule, label => rulings.Immediate(label, work.Channel, audience));
        var before = OnceGiven(work, audience, disclosure, label => rulings.Decide(label, work.Channel, audience, organisation: null));
        var widens = immediate != byRule || !disclosure.With(Gate.Review).IsAtMost(before.With(Gate.Review));
        var recalled = work.Recalls.ContainsKey(Targets.Of(audience));
        if (recalled || work.Unconfirmed.Contains(audience.ToString()))
        {
            // Once taken back, nothing goes by itself any more: every version of it waits for a coordinator. So does what its author was not shown.
            immediate = Disclosure.Withheld;
        }

        var gated = disclosure.IsAtMost(immediate) ? disclosure : disclosure.With(Gate.Review);
        var view = Build(work, stream, audience, gated);
        var atOnce = immediate == gated ? view : Build(work, stream, audience, immediate);
        view = string.Equals(view?.Matter, atOnce?.Matter, StringComparison.Ordinal) ? atOnce : view; // No more to look at than what goes at once.
        var plain = new AudienceOutcome(audience, gated, view, immediate, atOnce, allowed, Recalled: recalled, Widened: widens);
        return work.Releases.TryGetValue(audience.ToString(), out var release) ? Settle(work, stream, plain, release) : plain;
    }

    /// <summary>A view for a stream's readers; null when nothing of the item may be seen.</summary>
    public ItemView? Build(ItemWork work, string stream, Audience reader, Disclosure disclosure, Redaction? edits = null)
    {
        if (!disclosure.IsVisible)
        {
            return null;
        }

        meter.Views.Add(1);
        return ViewBuilder.Build(work.Item, work.Schema, reader, disclosure, rulings.Policy, work.ParentHolders.Contains(stream), owner: null, edits);
    }

    /// <summary>
    /// What every label that the item ever had gives: what goes on the word of the author alone. INVARIANT: going further takes two people. Not so on
    /// the own side, which the item does not leave, and for coordination, which is the second person.
    /// </summary>
    private static Disclosure OnceGiven(ItemWork work, Audience audience, Disclosure now, Func<ItemVersioned, Disclosure> given)
    {
        if (Relations.IsOwnSide(Rulings.OriginOf(work.Item).Audience, audience) || audience.Constituency == Constituency.Coordination)
        {
            return now;
        }

        // While the present label hides its origin, the builder does; only a label that does not any more is held to the earlier ones.
        var hides = ItemLabel.Of(work.Item).Attribution != Disclosure.Everything;
        return work.Labels.Count > LabelRows.Most
            ? Disclosure.Withheld
            : work.Labels.Select(row => ItemLabel.Read(row.Label)).Aggregate(
                now, (least, label) => least.Meet(given(label.On(work.Item))).Meet(hides ? Disclosure.Everything : label.Attribution));
    }

    private static bool IsGone(ItemWork work) => work.Item.Status is ItemStatus.Withdrawn or ItemStatus.Expired or ItemStatus.Quarantined;

    private AudienceOutcome Settle(ItemWork work, string stream, AudienceOutcome plain, ReleaseRow release)
    {
        if (release.Edits is not { } edits)
        {
            return plain with { Settled = Covers(work, stream, plain, release) ? plain.View : null };
        }

        // What goes at once goes without what a coordinator took out of it, whatever becomes of the rest.
        var held = plain with { ImmediateView = Build(work, stream, plain.Audience, plain.Immediate, edits) };
        if (Covers(work, stream, plain, release))
        {
            return held with { Settled = Build(work, stream, plain.Audience, plain.Disclosure, edits), Edited = true };
        }

        if (plain.Disclosure.Gate == Gate.Review)
        {
            return held;
        }

        // Rules that ask nobody any more still give only what was left; words that nobody looked at wait.
        return edits.IsOvertaken(work.Item.Content)
            ? held with { Disclosure = plain.Disclosure.With(Gate.Review) }
            : held with { View = held.ImmediateView, Edited = true };
    }

    /// <summary>
    /// Whether the view is what was released, or less of the same: the item gives by the rules of that time the very bytes that were looked at, and
    /// the rules of today give no more.
    /// </summary>
    private bool Covers(ItemWork work, string stream, AudienceOutcome plain, ReleaseRow release)
    {
        if (plain.View is not { } view)
        {
            return false;
        }

        return string.Equals(view.Matter, release.Hash, StringComparison.Ordinal)
            || (plain.Disclosure.With(Gate.Review).IsAtMost(release.Given.With(Gate.Review))
                && string.Equals(Build(work, stream, plain.Audience, release.Given)?.Matter, release.Hash, StringComparison.Ordinal));
    }
}
