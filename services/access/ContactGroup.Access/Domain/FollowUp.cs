using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Items;

namespace ContactGroup.Access.Domain;

/// <summary>
/// The day on which a constraint should have been followed up passes by itself. What was noted then stands until another day is named or the constraint is over.
/// </summary>
internal static class FollowUp
{
    /// <summary>Name of the deadline, and of the act in the record of versions.</summary>
    public const string Act = "follow-up";

    /// <summary>When it falls due; null when nothing will. A day is over when its last hour is, by UTC; it is kept as its midnight, so that midnight is taken for a day.</summary>
    public static DateTimeOffset? Due(Notice notice) =>
        notice.Status == ItemStatus.Current && !States.IsOver(notice.State) && !notice.Content.ContainsKey(ContentNames.FollowUpDueSince)
            && notice.Content.Instant(ContentNames.FollowUpBy) is { } by
            ? by.TimeOfDay == TimeSpan.Zero ? by.AddDays(1) : by
            : null;

    /// <summary>The next version of a notice whose follow-up is due.</summary>
    public static Notice Note(Notice notice, DateTimeOffset due)
    {
        var next = notice.Next();
        next.Content[ContentNames.FollowUpDueSince] = InstantText.Of(due);
        return next;
    }
}
