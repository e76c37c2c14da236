namespace ContactGroup.Movements.Domain.Movements;

/// <summary>
/// A movement that never went under way is over some hours after its window: it is not left standing as one that may still come. One that is under way never ends by itself; it
/// is overdue.
/// </summary>
internal static class Expiry
{
    public static Timed Timed { get; } = new("expire", Due, Fire);

    private static DateTimeOffset? Due(Notification movement, MovementOptions options) => movement.State is States.First or States.Postponed
        ? ContentRules.Instant(movement.Content, ContentNames.WindowEnd) + options.ExpireAfter
        : null;

    // Recipients are shown the state, so that it is a version of its own for them.
    private static bool Fire(Notification movement, DateTimeOffset now, MovementOptions options)
    {
        StageTimes.Enter(movement, States.Expired, now);
        movement.Content.Remove(ContentNames.StateReason);
        Dispatching.SendByItself(movement, now);
        return true;
    }
}
