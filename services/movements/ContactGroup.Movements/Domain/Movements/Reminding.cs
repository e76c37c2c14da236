using System.Text.Json.Nodes;

namespace ContactGroup.Movements.Domain.Movements;

/// <summary>
/// A named force that says nothing of the version it was sent is reminded before the movement begins, in its own line and in nobody else's. What is sent anew is reminded of
/// anew; what passed while nothing ran counts as one reminder.
/// </summary>
internal static class Reminding
{
    public static Timed Timed { get; } = new("remind", Due, Fire);

    private static DateTimeOffset? Due(Notification movement, MovementOptions options) =>
        States.IsOver(movement.State) ? null : Lines.Unanswered(movement).Min(line => Next(movement, line, options));

    private static bool Fire(Notification movement, DateTimeOffset now, MovementOptions options)
    {
        var late = Lines.Unanswered(movement).Where(line => Next(movement, line, options) <= now).ToList();
        foreach (var line in late)
        {
            (line[Lines.Reminders], line[Lines.RemindedAt]) = (((int?)line[Lines.Reminders] ?? 0) + 1, Dispatching.Instant(now));
        }

        return late.Count > 0;
    }

    private static DateTimeOffset? Next(Notification movement, JsonObject line, MovementOptions options)
    {
        var start = ContentRules.Instant(movement.Content, ContentNames.WindowStart);
        var since = Lines.At(line, Lines.RemindedAt) ?? Lines.SentAt(line);
        return options.Reminders().Select(before => start - before).Where(at => at > since).Select(at => (DateTimeOffset?)at).Min();
    }
}
