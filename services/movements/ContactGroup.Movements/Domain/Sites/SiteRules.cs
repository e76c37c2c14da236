using System.Text.Json.Nodes;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Movements.Domain.Sites;

/// <summary>What several fields of a site say together, old and new: that the least is there, that its validity has a length, and until when it holds unless confirmed.</summary>
internal static class SiteRules
{
    private static readonly string[] Least =
    [
        SiteNames.SiteType, SiteNames.Name, ContentNames.Country, SiteNames.Position, SiteNames.CoordinateMethod, SiteNames.Accuracy, ContentNames.CallContact,
        SiteNames.Relation,
    ];

    // A hospital may be older than those who notify it.
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(36_525);
    private static readonly TimeSpan Soonest = TimeSpan.FromDays(366);
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(1_830);

    /// <summary>Checks the whole and sets until when it holds.</summary>
    /// <param name="content">The content of the version.</param>
    /// <param name="said">The fields that were said with it.</param>
    /// <param name="options">How long a site holds.</param>
    /// <param name="now">The time of the command.</param>
    /// <param name="checks">Takes the faults.</param>
    public static void Check(JsonObject content, JsonObject said, MovementOptions options, DateTimeOffset now, FieldChecks checks)
    {
        foreach (var name in Least)
        {
            checks.That(content.ContainsKey(name), name, "A notification needs this field.");
        }

        CheckValidity(content, said, now, checks);
        if (!checks.Failed)
        {
            content[SiteNames.RevalidateBy] = Parts.Instant(Earlier(
                SiteReading.InstantOf(content, SiteNames.RevalidateBy) ?? now + options.RevalidateAfter, SiteReading.InstantOf(content, SiteNames.ValidUntil)));
        }
    }

    /// <summary>Notes that the site was confirmed to hold.</summary>
    public static void Revalidate(JsonObject content, MovementOptions options, DateTimeOffset now, FieldChecks checks)
    {
        var end = SiteReading.InstantOf(content, SiteNames.ValidUntil);
        checks.That(!(end <= now), SiteNames.ValidUntil, "Its validity has run out; amend validUntil first, or remove the site.");
        content[SiteNames.RevalidatedAt] = Parts.Instant(now);
        content[SiteNames.RevalidateBy] = Parts.Instant(Earlier(now + options.RevalidateAfter, end));
        content[ContentNames.State] = SiteStates.First;
    }

    private static void CheckValidity(JsonObject content, JsonObject said, DateTimeOffset now, FieldChecks checks)
    {
        var (start, end) = (SiteReading.InstantOf(content, SiteNames.ValidFrom), SiteReading.InstantOf(content, SiteNames.ValidUntil));
        if (said.ContainsKey(SiteNames.ValidFrom))
        {
            checks.Instant(SiteNames.ValidFrom, start, now - Oldest, now + Soonest);
        }

        if (said.ContainsKey(SiteNames.ValidUntil))
        {
            checks.Instant(SiteNames.ValidUntil, end, now, now + Furthest);
        }

        checks.That(!(start >= end), SiteNames.ValidUntil, "The validity has no length; give an instant after validFrom.");
    }

    private static DateTimeOffset Earlier(DateTimeOffset due, DateTimeOffset? end) => end < due ? end.Value : due;
}
