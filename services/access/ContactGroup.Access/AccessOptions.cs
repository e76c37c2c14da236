using System.ComponentModel.DataAnnotations;

namespace ContactGroup.Access;

/// <summary>What the overview of access constraints counts, and as of when. Section <c>Access</c>.</summary>
internal sealed class AccessOptions
{
    public const string Section = "Access";

    /// <summary>
    /// Smallest count that the overview shows. Smaller ones are put together as other areas, and left out where even together they are too few: who knows one
    /// notice must not learn from a figure whose the next one is.
    /// </summary>
    /// <value>Notices, 2 to 100. Default: 3.</value>
    [Range(2, 100)]
    public int OverviewMinimum { get; set; } = 3;

    /// <summary>
    /// Hour at which figures of the overview are published, once a day. What happens after it is in none before the next: two questions between tell no more
    /// than one.
    /// </summary>
    /// <value>Hour in UTC, 0 to 23. Default: 0.</value>
    [Range(0, 23)]
    public int OverviewPublishedAt { get; set; }

    /// <summary>When the figures were published last.</summary>
    public DateTimeOffset PublishedBefore(DateTimeOffset now)
    {
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddHours(OverviewPublishedAt);
        return today <= now ? today : today.AddDays(-1);
    }
}
