using System.Globalization;
using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;
using ContactGroup.Movements.Data;

namespace ContactGroup.Movements.Domain;

/// <summary>
/// Where a notification stands with each named recipient, one line each. A receipt says that a version was received and understood; nobody decides about a notification,
/// and there is no state that would say so. The states are codes of the list <c>dispatch-state</c>.
/// </summary>
internal static class Dispatching
{
    public const string Queued = "QUEUED";
    public const string Sent = "SENT";
    public const string Failed = "FAILED";
    public const string Earlier = "earlier";

    /// <summary>Lines of a notification that was just notified.</summary>
    public static void Send(Notification notification, Command command, DateTimeOffset now) =>
        Write(notification, notification.Recipients.Select(recipient => Line(notification, recipient, StateOf(recipient, command), now)));

    /// <summary>
    /// Lines after its owner said something more. What recipients are shown is sent anew to each of them, under a version of its own; what they are not shown
    /// leaves their lines and the version alone. Taking it back sends nothing.
    /// </summary>
    public static void SendAgain(Notification before, Notification next, Command command, DateTimeOffset now)
    {
        if (next.Status == ItemStatus.Withdrawn)
        {
            return;
        }

        if (!IsShownTheSame(before, next))
        {
            next.Content[ContentNames.Version] = before.Edition + 1;
            Send(next, command, now);
            return;
        }

        next.Content[ContentNames.Version] = before.Edition;
        Write(next, next.Recipients.Select(recipient => LineOf(before, recipient) is { } line
            ? (JsonObject)line.DeepClone()
            : Line(next, recipient, StateOf(recipient, command), now)));
    }

    /// <summary>Lines after something that recipients are shown changed by itself. Who had not been reached is not reached by that either.</summary>
    /// <param name="next">The version that is about to be stored, with the lines of the one before.</param>
    /// <param name="now">When.</param>
    public static void SendByItself(Notification next, DateTimeOffset now)
    {
        next.Content[ContentNames.Version] = next.Edition + 1;
        Write(next, next.Recipients.Select(recipient => Line(
            next, recipient, (string?)LineOf(next, recipient)?["state"] is (Queued or Failed) and { } state ? state : Sent, now)));
    }

    /// <summary>
    /// Lines after release said who holds the version. Who holds it is sent it from now on, whoever let it go; who was believed to and does not waits. What a recipient
    /// has said itself stays. False when nothing is different.
    /// </summary>
    /// <param name="next">A copy that may be changed, at the version that release speaks of.</param>
    /// <param name="holds">Audiences that hold it.</param>
    /// <param name="areOthersWithout">Whether who is not among them does not hold it; otherwise nothing is said of them.</param>
    /// <param name="now">When.</param>
    public static bool NoteReached(Notification next, IReadOnlyList<string> holds, bool areOthersWithout, DateTimeOffset now)
    {
        var changed = false;
        Write(next, next.Recipients.Select(recipient =>
        {
            var state = (string?)LineOf(next, recipient)?["state"];
            var isHeld = holds.Contains(recipient, StringComparer.Ordinal);
            var said = isHeld && state is Queued or Failed ? Sent
                : !isHeld && areOthersWithout && state == Sent ? Queued
                : null;
            changed |= said is not null;
            return said is null ? (JsonObject)LineOf(next, recipient)!.DeepClone() : Keeping(LineOf(next, recipient)!, Line(next, recipient, said, now));
        }));
        return changed;

        // What it has said of an older version stands beside what is said of this one.
        static JsonObject Keeping(JsonObject before, JsonObject line)
        {
            if (before[Earlier] is { } earlier)
            {
                line[Earlier] = earlier.DeepClone();
            }

            return line;
        }
    }

    private static void Write(Notification notification, IEnumerable<JsonObject> lines)
    {
        if (notification.Kind.IsDispatched)
        {
            notification.Content[ContentNames.Dispatch] = new JsonArray([.. lines.ToList()]);
        }
    }

    private static JsonObject? LineOf(Notification notification, string recipient) => (notification.Content[ContentNames.Dispatch] as JsonArray ?? [])
        .OfType<JsonObject>()
        .FirstOrDefault(line => string.Equals((string?)line["to"], recipient, StringComparison.Ordinal));

    private static bool IsShownTheSame(Notification before, Notification next) =>
        next.Kind.Shown.All(name => JsonNode.DeepEquals(before.Content[name], next.Content[name]));

    private static string StateOf(string recipient, Command command) =>
        command.Reached?.Contains(recipient, StringComparer.Ordinal) == false ? Failed
        : command.Verdict?.Waiting.Contains(recipient, StringComparer.Ordinal) == true ? Queued
        : Sent;

    private static JsonObject Line(Notification notification, string recipient, string state, DateTimeOffset now)
    {
        var line = new JsonObject
        {
            ["to"] = recipient,
            ["state"] = state,
            ["version"] = notification.Edition,
            ["at"] = Instant(now),
        };
        if (notification.IsLateFor(recipient))
        {
            line[ContentNames.Late] = true;
        }

        return line;
    }

    /// <summary>An instant as lines have it.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
