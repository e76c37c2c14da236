using ContactGroup.Classification;

namespace ContactGroup.Release.Domain;

/// <summary>What was decided for one audience of a channel.</summary>
/// <param name="Audience">The audience.</param>
/// <param name="Disclosure">What policy, floors and release set give.</param>
/// <param name="View">The view to be shown, or proposed to a coordinator; null when withheld.</param>
/// <param name="Immediate">What goes at once.</param>
/// <param name="ImmediateView">Its view; null when nothing goes at once.</param>
/// <param name="Allowed">Whether the author's release set reaches the audience.</param>
/// <param name="Settled">What a coordinator's release comes to now, with what they changed; null when none covers the view.</param>
/// <param name="Edited">Whether the coordinator changed something of it.</param>
/// <param name="Recalled">Whether the item was once taken back from the audience.</param>
/// <param name="Widened">Whether it goes further than the item once went: then a coordinator looks first, whatever the rules say.</param>
internal sealed record AudienceOutcome(
    Audience Audience,
    Disclosure Disclosure,
    ItemView? View,
    Disclosure Immediate,
    ItemView? ImmediateView,
    bool Allowed,
    ItemView? Settled = null,
    bool Edited = false,
    bool Recalled = false,
    bool Widened = false)
{
    /// <summary>Whether a coordinator must look first: only when there would be more to see than what goes at once.</summary>
    public bool NeedsReview => View is not null
        && Disclosure.Gate == Gate.Review
        && !string.Equals(View.Matter, ImmediateView?.Matter, StringComparison.Ordinal);
}
