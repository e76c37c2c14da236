using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>Where the reviews of an item stand.</summary>
/// <param name="Reviews">The latest review, by target.</param>
/// <param name="Recalls">What was taken back and not released again, by target.</param>
internal sealed record Settlement(IReadOnlyDictionary<string, ReviewRow> Reviews, IReadOnlyDictionary<string, RecallRow> Recalls)
{
    // Caveats that make a view less than it was without them. What is exercise says so in any case, and what expires ends by itself.
    private const Caveats Restricting = Caveats.Unattributed | Caveats.OriginHidden | Caveats.NoExport;

    /// <summary>What the audience is shown now.</summary>
    public static ItemView? ViewFor(AudienceOutcome outcome) => outcome.Settled ?? (Waits(outcome) ? outcome.ImmediateView : outcome.View);

    /// <summary>What the view that is shown now discloses.</summary>
    public static Disclosure DisclosureFor(AudienceOutcome outcome) => Waits(outcome) ? outcome.Immediate : outcome.Disclosure;

    /// <summary>Whether a coordinator has this very view before them, or gave it back.</summary>
    public bool IsUnsettled(AudienceOutcome outcome) => ReviewOf(outcome) is { Progress: ReviewState.Open or ReviewState.Returned };

    /// <summary>Whether a coordinator has yet to look at what the audience would get. INVARIANT: a release is of bytes that somebody looked at, never of an item.</summary>
    public static bool Waits(AudienceOutcome outcome) => outcome.NeedsReview && outcome.Settled is null;

    /// <summary>
    /// While a changed view waits for a coordinator, what was released before stays, but only if the audience may still hold at least that much:
    /// narrowing never waits.
    /// </summary>
    public bool KeepsUntilReviewed(ItemWork work, string stream, AudienceOutcome outcome) => IsUnsettled(outcome) && KeepsWhatItHolds(work, stream, outcome);

    /// <summary>Whether a stream holds no more than it may have once a coordinator has looked, and more than goes at once.</summary>
    public static bool KeepsWhatItHolds(ItemWork work, string stream, AudienceOutcome outcome)
    {
        if (!Waits(outcome) || !work.Held.TryGetValue(stream, out var held))
        {
            return false;
        }

        if ((outcome.Recalled || outcome.Widened) && !work.Releases.ContainsKey(outcome.Audience.ToString()))
        {
            return false; // What they hold is from before it was taken back, or went by the word of one person where two are needed.
        }

        if ((work.Item.Caveats & Restricting & ~(Caveats)held.Caveats) != Caveats.None)
        {
            return false; // They hold it without a caveat that it has now: who is behind it, or a view that may be passed on.
        }

        var shown = Disclosure.FromBits((ulong)held.Disclosure).With(Gate.Review);
        return shown.IsAtMost(outcome.Disclosure) && !shown.IsAtMost(outcome.Immediate);
    }

    /// <summary>How far the item went beyond the author's own side, as far as the author may know of those audiences.</summary>
    public IReadOnlyList<ReleaseNote> NotesFor(Audience owner, IEnumerable<AudienceOutcome> outcomes) =>
        [.. outcomes
            .Where(outcome => outcome.Allowed && AudienceKnowledge.MayKnow(owner, outcome.Audience) && (outcome.Recalled || !AudienceKnowledge.IsOwnSide(owner, outcome.Audience)))
            .GroupBy(outcome => Targets.Of(outcome.Audience), StringComparer.Ordinal)
            .OrderBy(target => target.Key, StringComparer.Ordinal)
            .Select(target => NoteFor(target.Key, [.. target]))];

    private ReleaseNote NoteFor(string target, IReadOnlyList<AudienceOutcome> outcomes)
    {
        var review = Reviews.GetValueOrDefault(target);
        return review switch
        {
            _ when Recalls.GetValueOrDefault(target) is { } recall => new ReleaseNote(target, "recalled", recall.Reason),
            { Progress: ReviewState.Open } => new ReleaseNote(target, "in-review", Reason: null),
            { Progress: ReviewState.Returned } => new ReleaseNote(target, "returned", review.Note),
            _ => Gone(target, outcomes, review?.Note),
        };
    }

    /// <summary>How it went: with the very fields that others got, when they are not what the author wrote for them.</summary>
    private static ReleaseNote Gone(string target, IReadOnlyList<AudienceOutcome> outcomes, string? why)
    {
        // INVARIANT: in an order that is the same whoever is present, or the author would be told of other fields when somebody joins.
        var shown = outcomes.Where(outcome => ViewFor(outcome) is not null).OrderBy(outcome => outcome.Audience.ToString(), StringComparer.Ordinal).ToList();
        if (shown.Find(outcome => outcome.Edited) is not { } edited)
        {
            return new ReleaseNote(target, shown.Count > 0 ? "released" : "withheld", Reason: null);
        }

        // Which other items these audiences hold is not for the author to read here.
        var view = ViewFor(edited)!;
        var fields = ViewBuilder.WithoutReferences(ItemSchemas.Find(view.Kind)!, ProposedView.FieldsOf(view));
        ShownFile.Unname(fields);
        return new ReleaseNote(target, "released", why, Edited: true, fields);
    }

    private ReviewRow? ReviewOf(AudienceOutcome outcome) => Reviews.GetValueOrDefault(Targets.Of(outcome.Audience));
}
