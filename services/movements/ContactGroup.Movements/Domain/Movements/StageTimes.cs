namespace ContactGroup.Movements.Domain.Movements;

/// <summary>
/// When a movement was notified and since when it is in its state, for its own side alone: a force knows when it was told. Movements that were notified before there were
/// these times are without them, and none is made up.
/// </summary>
internal static class StageTimes
{
    /// <summary>Notes that it is notified now.</summary>
    public static void Begin(Notification movement, DateTimeOffset now)
    {
        movement.Content[ContentNames.NotifiedAt] = Dispatching.Instant(now);
        movement.Content[ContentNames.StateAt] = Dispatching.Instant(now);
    }

    /// <summary>Brings it into another state now.</summary>
    /// <param name="movement">A copy that may be changed.</param>
    /// <param name="state">A code of the list <c>movement-state</c>.</param>
    /// <param name="now">When.</param>
    public static void Enter(Notification movement, string state, DateTimeOffset now)
    {
        movement.Content[ContentNames.State] = state;
        movement.Content[ContentNames.StateAt] = Dispatching.Instant(now);
    }
}
