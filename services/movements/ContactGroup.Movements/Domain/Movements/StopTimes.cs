using System.Text.Json.Nodes;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Movements.Domain.Movements;

/// <summary>
/// When those who move are expected at a stop: at an instant, or from one to another, UTC. A stop may have no time at all; one that has an end has a beginning.
/// </summary>
internal static class StopTimes
{
    public const string At = "at";
    public const string Until = "until";

    /// <summary>After which they should have been there; null when the stop has no time.</summary>
    public static DateTimeOffset? Latest(JsonObject stop) => Lines.At(stop, Until) ?? Lines.At(stop, At);

    /// <summary>Checks that times lie in the window of the movement, and that a route that was said goes forward in time.</summary>
    /// <param name="content">The content of the version.</param>
    /// <param name="said">The fields that were said with it: a route that stands already is not held against an amendment of something else.</param>
    /// <param name="checks">Takes the faults.</param>
    public static void Check(JsonObject content, JsonObject said, FieldChecks checks)
    {
        var (start, end) = (ContentRules.Instant(content, ContentNames.WindowStart), ContentRules.Instant(content, ContentNames.WindowEnd));
        var inOrder = said.ContainsKey(ContentNames.Route);
        (DateTimeOffset At, DateTimeOffset Latest)? before = null;
        foreach (var (stop, index) in ((JsonArray)content[ContentNames.Route]!).OfType<JsonObject>().Select((stop, index) => (stop, index)))
        {
            var field = $"{ContentNames.Route}[{index}]";
            var (at, until) = (Lines.At(stop, At), Lines.At(stop, Until));
            CheckWithin(field, (at, until), (start, end), checks);
            if (at is not { } here)
            {
                continue;
            }

            var latest = until ?? here;
            checks.That(!inOrder || before is null || here >= before.Value.At, $"{field}.{At}", "It is before the time of a stop that comes first; look at both times, or at the order of the stops.");
            checks.That(
                !inOrder || before is null || here < before.Value.At || latest >= before.Value.Latest,
                $"{field}.{Until}",
                "It is over before a stop that comes first; look at the ends of both, or at the order of the stops.");
            before = (here, latest);
        }
    }

    private static void CheckWithin(string field, (DateTimeOffset? At, DateTimeOffset? Until) stop, (DateTimeOffset Start, DateTimeOffset End) window, FieldChecks checks)
    {
        checks.That(stop.At is null || (stop.At >= window.Start && stop.At <= window.End), $"{field}.{At}", "Give an instant inside the window, or widen the window.");
        checks.That(stop.Until is null || stop.At is not null, $"{field}.{At}", "The stop has an end and no beginning; say from when they are expected there.");
        checks.That(stop.Until is null || stop.At is null || stop.Until > stop.At, $"{field}.{Until}", "Give an instant after at, or leave it out.");
        checks.That(stop.Until is null || stop.Until <= window.End, $"{field}.{Until}", "Give an instant inside the window, or widen the window.");
    }
}
