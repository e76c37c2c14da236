namespace ContactGroup.Movements.Domain.Sites;

/// <summary>
/// A site that nobody confirmed says so by itself, to everybody who was told of it: at the instant until which it held, and again some days after, or when the validity is
/// over that its owner gave it. INVARIANT: it stays on the list; only its owner takes it off.
/// </summary>
internal static class Confirmation
{
    public static Timed Asked { get; } = new("revalidation-due", DueAsked, (site, now, _) => Say(site, SiteStates.RevalidationDue, now));

    public static Timed Missed { get; } = new("stale", DueMissed, (site, now, _) => Say(site, SiteStates.Stale, now));

    private static DateTimeOffset? DueAsked(Notification site, MovementOptions options) =>
        site.State == SiteStates.First && By(site) is { } by && !(ValidUntil(site) <= by) ? by : null;

    private static DateTimeOffset? DueMissed(Notification site, MovementOptions options) => site.State switch
    {
        SiteStates.First => ValidUntil(site),
        SiteStates.RevalidationDue => new[] { By(site) + options.StaleAfter, ValidUntil(site) }.Min(),
        _ => null,
    };

    private static DateTimeOffset? By(Notification site) => SiteReading.InstantOf(site.Content, SiteNames.RevalidateBy);

    private static DateTimeOffset? ValidUntil(Notification site) => SiteReading.InstantOf(site.Content, SiteNames.ValidUntil);

    // Recipients are shown the state, so that it is a version of its own for them.
    private static bool Say(Notification site, string state, DateTimeOffset now)
    {
        site.Content[ContentNames.State] = state;
        Dispatching.SendByItself(site, now);
        return true;
    }
}
