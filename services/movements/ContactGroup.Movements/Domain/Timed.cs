namespace ContactGroup.Movements.Domain;

/// <summary>Something that happens to notifications of a kind by itself, at an instant that follows from how one stands.</summary>
/// <param name="Act">Name of the deadline, and of the act in the record of versions, such as <c>remind</c>.</param>
/// <param name="Due">When, for a notification as it stands; null for not at all.</param>
/// <param name="Fire">
/// Does it to a copy that may be changed; false when there is nothing to do. INVARIANT: what was done is not due any more, or it would be done without end.
/// </param>
internal sealed record Timed(
    string Act,
    Func<Notification, MovementOptions, DateTimeOffset?> Due,
    Func<Notification, DateTimeOffset, MovementOptions, bool> Fire);
