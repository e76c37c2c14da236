using System.Text.Json.Nodes;

namespace ContactGroup.Movements.Domain.Movements;

/// <summary>
/// When a named force has said nothing of a version for hours, or was not reached with it, others of it and coordination have to know: its line says so, once for each
/// version. In time for somebody to call before the movement begins.
/// </summary>
internal static class Escalation
{
    private static readonly TimeSpan BeforeStart = TimeSpan.FromHours(1);

    // Who was sent it shortly before the start has had it for a moment at least.
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(15);

    public static Timed Timed { get; } = new("escalate", Due, Fire);

    private static DateTimeOffset? Due(Notification movement, MovementOptions options) => States.IsOver(movement.State)
        ? null
        : Waiting(movement).Select(line => (DateTimeOffset?)At(movement, line, options)).Min();

    private static bool Fire(Notification movement, DateTimeOffset now, MovementOptions options)
    {
        var late = Waiting(movement).Where(line => At(movement, line, options) <= now).ToList();
        late.ForEach(line => line[Lines.EscalatedAt] = Dispatching.Instant(now));
        return late.Count > 0;
    }

    private static IEnumerable<JsonObject> Waiting(Notification movement) => Lines.Silent(movement).Where(line => !line.ContainsKey(Lines.EscalatedAt));

    private static DateTimeOffset At(Notification movement, JsonObject line, MovementOptions options)
    {
        var (sent, start) = (Lines.SentAt(line), ContentRules.Instant(movement.Content, ContentNames.WindowStart));
        var patience = options.EscalateAfter((string)movement.Content[ContentNames.Category]!, hasBegun: sent >= start);
        if (sent >= start)
        {
            return sent + patience;
        }

        var at = sent + patience < start - BeforeStart ? sent + patience : start - BeforeStart;
        return at > sent + Least ? at : sent + Least;
    }
}
