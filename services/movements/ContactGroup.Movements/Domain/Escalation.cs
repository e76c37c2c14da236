using System.Text.Json.Nodes;

namespace ContactGroup.Movements.Domain;

/// <summary>
/// When a named force has said nothing of a version for hours, or was not reached with it, others of it and coordination have to know: its line says so, once for each
/// version. In time for somebody to call before the movement begins. Of what happened by itself, and of what is over, only whom it did not reach.
/// </summary>
internal static class Escalation
{
    private static readonly TimeSpan BeforeStart = TimeSpan.FromHours(1);

    // Who was sent it shortly before the start has had it for a moment at least.
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(15);

    /// <summary>Escalation for a kind.</summary>
    /// <param name="concerned">Lines that somebody has to call about.</param>
    /// <param name="start">By when it has to be known; null when it is about no instant.</param>
    public static Timed Of(Func<Notification, IEnumerable<JsonObject>> concerned, Func<Notification, DateTimeOffset?> start)
    {
        return new Timed(
            "escalate",
            (notification, options) => Waiting(notification).Select(line => (DateTimeOffset?)At(notification, line, options)).Min(),
            (notification, now, options) =>
            {
                var late = Waiting(notification).Where(line => At(notification, line, options) <= now).ToList();
                late.ForEach(line => line[Lines.EscalatedAt] = Dispatching.Instant(now));
                return late.Count > 0;
            });

        IEnumerable<JsonObject> Waiting(Notification notification) => concerned(notification).Where(line => !line.ContainsKey(Lines.EscalatedAt));

        DateTimeOffset At(Notification notification, JsonObject line, MovementOptions options) =>
            Escalation.At(Lines.SentAt(line), start(notification), options, (string?)notification.Content[ContentNames.Category]);
    }

    private static DateTimeOffset At(DateTimeOffset sent, DateTimeOffset? start, MovementOptions options, string? category)
    {
        var patience = options.EscalateAfter(category, hasBegun: sent >= start);
        if (start is not { } begins || sent >= begins)
        {
            return sent + patience;
        }

        var at = sent + patience < begins - BeforeStart ? sent + patience : begins - BeforeStart;
        return at > sent + Least ? at : sent + Least;
    }
}
